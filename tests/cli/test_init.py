"""``meanwhile init``: what it writes, what it says, and what it refuses."""

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from harness.cli import init as module
from harness.core.errors import HarnessTrouble, UsageError
from harness.proposal.propose import Proposal
from harness.proposal.watched import Watched
from harness.targets.load import load

HAR = Path(__file__).parents[1] / "proposal" / "hars" / "example-polling.har"
URL = "http://127.0.0.1:8000/"


def run(*words: object) -> Result:
    return CliRunner().invoke(module.init, [str(word) for word in words])


@pytest.fixture
def looked(monkeypatch: pytest.MonkeyPatch) -> None:
    """The page looks like this, and no browser is asked."""

    async def watch(url: str, person: Any, *, headed: bool) -> Watched:
        assert not headed
        return Watched(url=url, exchanges=(), controls=(("button", "Import products"),))

    monkeypatch.setattr(module, "watch", watch)


@pytest.mark.usefixtures("looked")
def test_a_recorded_job_becomes_a_target_file_that_can_be_read(tmp_path: Path) -> None:
    out = tmp_path / "target.yaml"
    result = run(URL, "--har", HAR, "--out", out)
    assert (result.exit_code, result.stderr) == (0, "")
    told = load(out).told
    assert (told.id, told.url, told.shows) == ("product-imports", URL[:-1], ("import",))
    assert told.controls.submit is not None
    assert told.controls.submit.name == "^Import products$"
    assert out.read_text(encoding="utf-8").startswith("# yaml-language-server: $schema=")
    schema = out.read_text(encoding="utf-8").splitlines()[0].partition("=")[2]
    assert json.loads((tmp_path / schema).read_text(encoding="utf-8"))["title"] == "TargetFile"


@pytest.mark.usefixtures("looked")
def test_it_says_what_it_found_and_what_it_did_not(tmp_path: Path) -> None:
    result = run(URL, "--har", HAR, "--out", tmp_path / "target.yaml")
    lines = result.stdout.splitlines()
    assert lines[0] == f"Wrote {tmp_path / 'target.yaml'}. Found:"
    assert lines[1:3] == ["  POST /imports (submit)", "  GET /imports/{job}"]
    assert lines[3] == "Could not find (the file says it too):"
    assert "  a cancellation; write a route with do: cancel, if there is one" in lines
    assert lines[-1].endswith(f"meanwhile run --target {tmp_path / 'target.yaml'}")


def test_where_the_page_is_not_there_the_recording_is_enough(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    async def watch(url: str, person: Any, *, headed: bool) -> Watched:
        raise UsageError("no page opens")

    monkeypatch.setattr(module, "watch", watch)
    result = run(URL, "--har", HAR, "--out", tmp_path / "target.yaml")
    assert (result.exit_code, result.stderr) == (0, "The page itself was not looked at: no page opens\n")
    assert "  the button that starts a job; write controls: submit:" in result.stdout.splitlines()


@pytest.mark.usefixtures("looked")
@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("localhost:8000",), '"localhost:8000" is no address of a page; write one such as http://127.0.0.1:8000/'),
        ((URL, "--har", "lost.har"), "--har: lost.har: cannot be read (No such file or directory); give the path"),
        ((URL, "--har", "bad.har"), "--har: bad.har: this is no HAR file; save one from your browser"),
        ((URL, "--har", "static.har"), "no request to a back end was seen; press the button that starts a job"),
        ((URL, "--out", "bad.har"), "--out: bad.har is there already, and is never written over; name another file"),
        ((URL, "--har", HAR, "--out", "no/such/target.yaml"), "--out: no/such/target.yaml: No such file or directory"),
        ((URL,), "there is no display for a window; record a HAR file in your browser and give it with --har FILE"),
    ],
)  # fmt: skip
def test_what_does_not_go_says_what_to_do(
    words: tuple[object, ...], said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("sys.platform", "linux")
    for name in module.DISPLAYS:
        monkeypatch.delenv(name, raising=False)
    Path("bad.har").write_text("{}", encoding="utf-8")
    asked = {"method": "GET", "url": f"{URL}app.js"}
    content = {"mimeType": "text/javascript"}
    entry = {
        "startedDateTime": "2026-01-05T09:00:00Z",
        "request": asked,
        "response": {"status": 200, "content": content},
    }
    Path("static.har").write_text(json.dumps({"log": {"entries": [entry]}}), encoding="utf-8")
    result = run(*words)
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith(said)
    assert Path("bad.har").read_text(encoding="utf-8") == "{}"


@pytest.mark.usefixtures("looked")
def test_a_proposal_that_cannot_be_read_is_a_flaw_of_ours(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "propose", lambda watched: Proposal(text="id: X\n", found=(), missing=()))
    result = run(URL, "--har", HAR, "--out", tmp_path / "target.yaml")
    assert result.exit_code == HarnessTrouble.exit_code
    assert result.stderr.startswith("what was proposed cannot be read; please report it: ")
    assert not (tmp_path / "target.yaml").exists()


def test_a_file_that_came_to_be_meanwhile_is_left_alone(tmp_path: Path) -> None:
    out = tmp_path / "target.yaml"
    out.write_text("mine", encoding="utf-8")
    text = "id: x\ntitle: X\nurl: http://127.0.0.1:8000\n"
    with pytest.raises(UsageError, match=r"File exists; name a file that can be written"):
        module._write(Proposal(text=text, found=(), missing=()), out)
    assert out.read_text(encoding="utf-8") == "mine"


def test_by_hand_a_window_is_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[bool] = []

    async def watch(url: str, person: Any, *, headed: bool) -> Watched:
        asked.append(headed)
        return Watched(url=url, exchanges=())

    monkeypatch.setattr(module, "watch", watch)
    monkeypatch.setenv("DISPLAY", ":0")
    result = run(URL, "--out", tmp_path / "target.yaml")
    assert asked == [True]
    assert result.stdout.startswith("A window opens. Start one job and wait for its end;")
    assert result.exit_code == 2
