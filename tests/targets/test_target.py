"""A target gives addresses, controls and files."""

from pathlib import Path

import pytest

from harness.scenario.world import Job
from harness.scenario.written import Written
from harness.targets.file import TargetFile
from harness.targets.load import load
from harness.targets.target import Target

PUBLISH = Job(id="publish", kind="publish", items=28)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, text in {
        "site/index.html": "the app",
        "site/app.js": "1",
        "lib/deep/lib.js": "2",
        "flaw/app.js": "3",
        "flaw/deep/lib.js": "4",
    }.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return tmp_path


def target(folder: Path, **more: object) -> Target:
    told = {"id": "mine", "title": "Mine", "serve": {"/": "site", "/static": "lib"}, **more}
    written = Written(path=folder / "target.yaml")
    return Target(told=TargetFile.model_validate(told), folder=folder, written=written)


def text(found: Target, path: str, *, document: bool = False) -> str | None:
    file = found.file(path, document=document)
    return file.body.decode() if file else None


@pytest.mark.parametrize(
    ("refresh", "transports"),
    [
        ("push", ("sse",)),
        ("2s", ("poll",)),
        ({"poll": "2s"}, ("sse", "poll")),
        ({"sse": "2s"}, ()),
        ({"websocket": "push"}, ("sse", "websocket")),
        ({"poll": "2s", "websocket": "push"}, ("sse", "poll", "websocket")),
        ({"sse": "2s", "poll": "2s", "websocket": "push"}, ("poll", "websocket")),
    ],
)
def test_how_it_refreshes_tells_its_transports(folder: Path, refresh: object, transports: tuple[str, ...]) -> None:
    assert target(folder, refresh=refresh).transports == transports


@pytest.mark.parametrize(
    ("over", "transports"),
    [
        ((), ("sse",)),
        (("sse",), ("sse",)),
        (("websocket",), ("websocket",)),
        (("sse", "websocket"), ("sse", "websocket")),
    ],
)
def test_a_told_wire_tells_over_what_it_pushes(
    folder: Path, over: tuple[str, ...], transports: tuple[str, ...]
) -> None:
    streams = [{"stream": {"over": one, "messages": {"data": 1}}} for one in over]
    mine = target(folder, wire={"routes": {"GET /events": streams, "GET /jobs": {"answer": 1}}})
    assert mine.transports == transports
    assert mine.refresh_ms("websocket") == 0


def test_the_longest_prefix_wins_and_is_a_whole_part_of_the_path(folder: Path) -> None:
    mine = target(folder)
    assert text(mine, "/") == text(mine, "/index.html") == "the app"
    assert text(mine, "/app.js") == "1"
    assert text(mine, "/static/deep/lib.js") == "2"
    assert text(mine, "/staticdeep/lib.js") is None


def test_an_app_of_one_page_answers_for_every_document_and_for_nothing_else(folder: Path) -> None:
    app, plain = target(folder, spa=True), target(folder)
    assert text(app, "/jobs/publish", document=True) == "the app"
    assert text(app, "/jobs/publish") is None
    assert text(app, "/static/lost.js") is None
    assert text(plain, "/jobs/publish", document=True) is None


def test_an_overlay_stands_before_the_root_and_nowhere_else(folder: Path) -> None:
    flawed = target(folder).overlaid(folder / "flaw")
    assert text(flawed, "/app.js") == "3"
    assert text(flawed, "/index.html") == "the app"
    assert text(flawed, "/static/deep/lib.js") == "2"


def test_pages_have_addresses_and_one_that_is_missing_is_the_home_page(folder: Path) -> None:
    mine = target(folder, home="/start", pages={"job": "/?task={job}"})
    assert mine.path("home") == "/start"
    assert mine.path("job", "publish-2") == "/?task=publish-2"
    assert mine.path("jobs") == "/start"


def test_the_control_that_starts_a_job_is_a_button_that_begins_with_its_verb(folder: Path) -> None:
    (control,) = target(folder).controls("submit", PUBLISH)
    assert (control.role, control.name) == ("button", r"^publish\b")


def test_a_control_may_name_kind_and_number(folder: Path) -> None:
    mine = target(folder, controls={"submit": {"role": "link", "name": "{kind} {items} (now)?"}}, shows=["import"])
    assert mine.controls("submit", PUBLISH)[0].role == "link"
    assert mine.controls("submit", PUBLISH)[0].name == "publish 28 (now)?"
    assert mine.controls("submit", None)[0].name == r"import \d+ (now)?"


def test_a_control_that_the_file_names_stands_for_all_that_it_is_usually_called(folder: Path) -> None:
    usual = target(folder).controls("retry_failed", PUBLISH)
    named = target(folder, controls={"retry_failed": {"name": "again"}, "continue": {"role": "link", "name": "on"}})
    assert len(usual) > 1
    assert [one.name for one in named.controls("retry_failed", PUBLISH)] == ["again"]
    assert named.controls("continue", PUBLISH)[0].role == "link"


def test_the_reference_ui_is_pushed_to_or_polls_every_two_seconds() -> None:
    reference = load("reference")
    assert (reference.refresh_ms("sse"), reference.refresh_ms("poll")) == (0, 2_000)
    assert reference.wire == "reference"
    assert reference.shows(PUBLISH.kind)


def test_what_the_back_end_never_tells_is_not_observable_beside_what_the_file_declares(folder: Path) -> None:
    slots = {"job.state", "job.processed", "job.retry.attempt", "job.cause.id"}
    words = {"queued": "W", "running": "R", "succeeded": "S", "failed": "F", "cancelled": "X"}

    def found(**states: str) -> Target:
        answer = {slot: f"{{{slot}}}" for slot in sorted(slots)}
        wire = {"routes": {"GET /jobs/{job}": {"answer": answer}}, "states": states}
        return target(folder, wire=wire, unobservable={"cause-true": "it tells no causes"})

    assert set(found(**words).unobservable) == {"cancelling-shown", "cause-true"}
    assert set(found(**words, cancelling="STOPPING").unobservable) == {"cause-true"}
    assert set(found().unobservable) == {"cause-true"}


def test_of_a_wire_that_is_written_in_python_nobody_knows_what_it_never_tells(folder: Path) -> None:
    assert (target(folder).untold, target(folder).unobservable) == ((), {})
    assert target(folder, wire={"routes": {"GET /jobs/{job}": {"answer": 1}}}).untold != ()
