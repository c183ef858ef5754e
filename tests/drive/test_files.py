"""A file is chosen as a person does it; reading and sending it takes no time of its own, and every byte arrives."""

from email.parser import BytesParser
from email.policy import HTTP
from pathlib import Path
from typing import Any

import pytest

from harness.core import resources
from harness.core.errors import UsageError
from harness.core.time import EPOCH_MS
from harness.drive.presses import choose_file
from harness.scenario.journey import FILES
from harness.trace.records import Press
from harness.wire.base import WireRequest
from tests.drive.stage import Played, Stage, text

pytestmark = pytest.mark.browser

DAY_MS = 86_400_000
CHOOSE = {"at": "5s", "do": "choose-file", "file": "good.csv"}
GOOD = resources.data(FILES) / "good.csv"
FIELD = "document.body.insertAdjacentHTML('beforeend', '<input type=file>');\n"
HIDDEN = "document.body.insertAdjacentHTML('beforeend', '<label>Your items <input type=file hidden></label>');\n"
BUTTON = """
  document.body.insertAdjacentHTML('beforeend', '<input type=file hidden><button>Choose a CSV file</button>');
  [...document.querySelectorAll('button')].at(-1).onclick = () => document.querySelector('input').click();
"""
MADE = """
  document.body.insertAdjacentHTML('beforeend', '<button>Browse…</button>');
  [...document.querySelectorAll('button')].at(-1).onclick = () => {
    const field = document.createElement('input');
    field.type = 'file';
    field.onchange = () => show(field.files[0]);
    field.click();
  };
"""
SHOW = """
  const show = (file) => say(`${file.name} ${file.size} ${file.type}`);
  for (const field of document.querySelectorAll('input')) field.onchange = () => show(field.files[0]);
"""


def play(stage: Stage, folder: Path, script: str, step: dict[str, Any] = CHOOSE, **more: Any) -> Played:
    return stage.play(folder, script, lambda *_: text("taken"), journey=(step,), until="20s", **more)


def said(played: Played) -> tuple[int, str]:
    """The last sentence, but for the name that a field shows."""
    return next(one for one in reversed(played.said) if not one[1].endswith(".csv"))


@pytest.mark.parametrize(
    ("page", "pressed"),
    [(FIELD, ""), (HIDDEN, "Your items"), (BUTTON, "Choose a CSV file"), (MADE, "Browse…")],
)
def test_a_file_is_chosen_whatever_lets_a_person_do_so(stage: Stage, tmp_path: Path, page: str, pressed: str) -> None:
    played = play(stage, tmp_path, page + SHOW)
    assert said(played) == (5_000, f"good.csv {GOOD.stat().st_size} text/csv")
    assert [(part, name) for _, part, name in played.presses] == [("control", pressed)]
    assert played.notes == ['"good.csv"']


def test_its_date_is_not_that_of_the_disk_and_a_file_of_the_page_keeps_its_own(stage: Stage, tmp_path: Path) -> None:
    script = (
        FIELD
        + """
      const tell = (file) => say([file.lastModified, new File(['x'], 'y', {lastModified: 5}).lastModified,
        new File(['x'], 'y').lastModified === Date.now(), new File([], 'z') instanceof File].join(' '));
      document.querySelector('input').onchange = ({target}) => tell(target.files[0]);
    """
    )
    date, *rest = said(play(stage, tmp_path, script))[1].split()
    assert int(date) == EPOCH_MS - DAY_MS
    assert rest == ["5", "true", "true"]


READS = {
    "text": "const read = (file) => file.text();",
    "reader": """const read = (file) => new Promise((done) => {
        const reader = new FileReader();
        reader.onload = () => done(reader.result);
        reader.readAsText(file);
      });""",
    "stream": """const read = async (file) => {
        let all = '';
        for await (const piece of file.stream().pipeThrough(new TextDecoderStream())) all += piece;
        return all;
      };""",
    "slice": "const read = async (file) => new TextDecoder().decode(await file.slice(0).arrayBuffer());",
    "response": "const read = (file) => new Response(file).text();",
}


@pytest.mark.parametrize("way", READS)
def test_reading_ends_at_the_moment_at_which_it_began(stage: Stage, tmp_path: Path, way: str) -> None:
    script = (
        FIELD
        + READS[way]
        + """
      const field = document.querySelector('input');
      let n = 0;
      const tell = async () => say(`${(await read(field.files[0])).length} after ${n}`);
      field.onchange = () => setTimeout(tell, 1_000);
      setInterval(() => n++, 1);
    """
    )
    played = play(stage, tmp_path, script)
    assert said(played) == (6_000, f"{len(GOOD.read_text(encoding='utf-8'))} after 5999")


SENDS = {
    "fetch": "const send = (form) => fetch('/api/uploads', {method: 'POST', body: form}).then((a) => a.text());",
    "xhr": """const send = (form) => new Promise((done) => {
        const asked = new XMLHttpRequest();
        asked.onload = () => done(asked.responseText);
        asked.open('POST', '/api/uploads');
        asked.send(form);
      });""",
}
UPLOAD = """
  const field = document.querySelector('input');
  field.onchange = async () => {
    const form = new FormData();
    form.append('kind', 'import');
    form.append('file', field.files[0]);
    say(await send(form));
  };
"""


def parts(request: WireRequest) -> dict[str, tuple[str | None, bytes]]:
    """The parts of a form by name: file name and bytes."""
    head = f"content-type: {request.headers['content-type']}\r\n\r\n".encode()
    message = BytesParser(policy=HTTP).parsebytes(head + (request.body or "").encode("utf-8", "surrogateescape"))
    held: dict[str, tuple[str | None, bytes]] = {}
    for part in message.iter_parts():
        content = part.get_payload(decode=True)
        assert isinstance(content, bytes)
        held[str(part.get_param("name", header="content-disposition"))] = (part.get_filename(), content)
    return held


@pytest.mark.parametrize("way", SENDS)
@pytest.mark.parametrize("name", ["good.csv", "latin-1.csv", "utf-16.csv", "byte-order-mark.csv", "zero-width.csv"])
def test_every_byte_of_an_upload_reaches_the_wire(stage: Stage, tmp_path: Path, way: str, name: str) -> None:
    played = play(stage, tmp_path, FIELD + SENDS[way] + UPLOAD, {**CHOOSE, "file": name})
    assert said(played)[1] == "taken"
    (request,) = played.wire.requests
    assert parts(request) == {"kind": (None, b"import"), "file": (name, (resources.data(FILES) / name).read_bytes())}
    again = play(stage, tmp_path, FIELD + SENDS[way] + UPLOAD, {**CHOOSE, "file": name})
    assert again.driven.records == played.driven.records
    assert again.wire.requests == played.wire.requests


@pytest.mark.parametrize("way", SENDS)
def test_a_large_upload_is_answered_at_the_moment_at_which_it_left(stage: Stage, tmp_path: Path, way: str) -> None:
    script = (
        SENDS[way]
        + """
      const form = new FormData();
      form.append('file', new Blob(['x'.repeat(8_000_000)]), 'large.csv');
      setTimeout(async () => say(await send(form)), 5_000);
    """
    )
    assert stage.play(tmp_path, script, lambda *_: text("taken"), until="20s").said == [
        (0, "nothing"),
        (5_000, "taken"),
    ]


TRICKY = bytes([0xEF, 0xBB, 0xBF, 0x61, 0x80, 0xC3, 0xA9, 0xC3, 0xED, 0xA0, 0x80, 0xF0, 0x9F, 0x99, 0x82, 0xF4, 0x90,
                0x80, 0x80, 0xC0, 0xAF, 0xE2, 0x82, 0x00, 0xFF, 0xE2, 0x82, 0xAC, 0xF0, 0x9F])  # fmt: skip


def test_what_is_no_text_is_told_as_python_would_tell_it(stage: Stage, tmp_path: Path) -> None:
    script = f"fetch('/api/x', {{method: 'PUT', body: new Uint8Array({list(TRICKY)})}});"
    (request,) = stage.play(tmp_path, script, lambda *_: text("taken")).wire.requests
    assert request.body == TRICKY.decode("utf-8", "surrogateescape")


def test_what_is_longer_takes_longer_on_its_way(stage: Stage, tmp_path: Path) -> None:
    script = (
        FIELD
        + """
      document.querySelector('input').onchange = ({target}) => fetch('/api/x', {method: 'PUT', body: target.files[0]});
    """
    )
    moments = []
    for name in ("empty.csv", "long-cell.csv"):
        played = play(stage, tmp_path, script, {**CHOOSE, "file": name}, profile="slow-3g")
        (request,) = played.wire.requests
        moments.append(request.at_ms)
    assert moments[1] - moments[0] > 300


def test_bodies_that_have_to_be_read_leave_in_the_order_in_which_they_were_sent(stage: Stage, tmp_path: Path) -> None:
    script = (
        FIELD
        + """
      document.querySelector('input').onchange = ({target}) => {
        fetch('/api/1', {method: 'PUT', body: target.files[0]});
        for (const n of [2, 3]) fetch(`/api/${n}`, {method: 'PUT', body: new Uint8Array(n)});
      };
    """
    )
    for _ in range(2):
        assert [one.path for one in play(stage, tmp_path, script).wire.requests] == ["/api/1", "/api/2", "/api/3"]


def test_by_keyboard_too(stage: Stage, tmp_path: Path) -> None:
    played = play(stage, tmp_path, FIELD + SHOW, {**CHOOSE, "by": "keyboard"})
    assert said(played)[1].startswith("good.csv")
    assert [one.by for one in played.driven.records if isinstance(one, Press)] == ["keyboard"]


def test_a_target_file_names_what_lets_choose(stage: Stage, tmp_path: Path) -> None:
    told = {"controls": {"file": {"name": "^browse"}}}
    played = play(stage, tmp_path, FIELD + MADE + SHOW, told=told)
    assert [name for _, _, name in played.presses] == ["Browse…"]
    assert choose_file.__doc__


def test_a_page_without_a_file_field_is_told(stage: Stage, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match='no button such as "Choose a file"'):
        play(stage, tmp_path, "")
