"""``meanwhile run``, first-hand: its exit codes, its sentences, and that what it prints can be relied on."""

import json
import shlex
import subprocess
import sys
from pathlib import Path
from socketserver import BaseRequestHandler, TCPServer
from threading import Thread
from unittest.mock import Mock

import pytest

from harness.cli.outputs import Output
from harness.cli.run import run_session
from harness.core.resources import data
from harness.engine.session import SessionSpec
from harness.engine.spec import TrialSpec
from harness.laws import ALL
from harness.trace.result import TrialResult
from harness.trace.results import EndLine, SessionLine, decode_results
from tests.cli.command import meanwhile

SCENARIO = "mixed-outcome"
FLAW = ("--defect", "status-successful-is-success")
LAW = "partial-named-partial"


def run(folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    """The real command, in a process and a folder of its own, its output in pipes."""
    command = [sys.executable, "-m", "harness.cli", "run", *words]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)


def refused(folder: Path, *words: str) -> str:
    """What it says where it is called wrongly: on standard error, exit 2, without a traceback, nothing written."""
    before = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    done = meanwhile(folder, "run", *words)
    assert (done.returncode, done.stdout) == (2, "")
    assert "Traceback" not in done.stderr
    assert {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()} == before
    return done.stderr


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Files that are none, and a report that was written before."""
    (tmp_path / "folder").mkdir()
    (tmp_path / "binary.yaml").write_bytes(b"\x80\x00\xff")
    (tmp_path / "tab.yaml").write_text("id: mine\n\ttitle: Mine\n", encoding="utf-8")
    (tmp_path / "empty.yaml").touch()
    (tmp_path / "down.yaml").write_text("id: mine\ntitle: Mine\nurl: http://127.0.0.1:9\n", encoding="utf-8")
    (tmp_path / "meanwhile-report").mkdir()
    (tmp_path / "meanwhile-report" / "index.html").write_text("the report of last time", encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("nope", 'no scenario "nope"; `meanwhile list` shows them all; a path to a file will do too'),
        ("mixed-outcom", 'no scenario "mixed-outcom"; did you mean "mixed-outcome"?'),
        ("nope.yaml", "nope.yaml: cannot be read (No such file or directory); give the path of a scenario file"),
        ("folder", 'no scenario "folder"; '),
        ("binary.yaml", "binary.yaml:1: this is not UTF-8 text (byte 0); save it as UTF-8"),
        ("tab.yaml", "tab.yaml:2: a tab stands where spaces belong; write spaces"),
        ("empty.yaml", "empty.yaml:1: "),
        (
            "mixed-outcome --target down.yaml",
            'down.yaml:3: url: no server answers at "http://127.0.0.1:9" (Connection refused); start it, or write ',
        ),
        ("mixed-outcome --target nope", 'no target "nope"; targets are celery-progress, '),
        ("mixed-outcome --target folder", 'no target "folder"; '),
        ("mixed-outcome --target binary.yaml", "binary.yaml:1: this is not UTF-8 text"),
        ("mixed-outcome --target tab.yaml", "tab.yaml:2: a tab stands where spaces belong; write spaces"),
        ("mixed-outcome --transport ws", '--transport: "ws" is no transport; transports are sse, poll, websocket'),
        (
            "mixed-outcome --target celery-progress --transport sse",
            '--transport: target "celery-progress" has no sse, it has poll; leave --transport out, ',
        ),
        (
            "mixed-outcome --target example-events --transport poll",
            '--transport: target "example-events" has no poll, it has sse; leave --transport out, or mend refresh: ',
        ),
        ("mixed-outcome --network moon", '--network: "moon" is no network profile; profiles are 3g, 4g, cable, '),
        ("mixed-outcome --defect nope", '--defect: no defect "nope"; defects are '),
        (
            "mixed-outcome --target celery-progress --defect ignores-snapshot",
            '--defect: target "celery-progress" has no defects; only the target "reference" has',
        ),
    ],
)
def test_a_wrong_name_or_file_is_told_in_one_sentence(folder: Path, words: str, said: str) -> None:
    told = refused(folder, *words.split())
    assert told.startswith(said)
    assert told.count("\n") == 1


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("--seed x", "'--seed': 'x' is not"),
        ("--seed -1", "'--seed': -1 is not in the range x>=0"),
        ("--workers 0", "'--workers': 0 is not in the range x>=1"),
        ("--repeat 0", "'--repeat': 0 is not in the range x>=1"),
        ("--report tab.yaml", "'--report': Directory 'tab.yaml' is a file."),
    ],
)
def test_a_wrong_option_is_told_with_what_it_may_be(folder: Path, words: str, said: str) -> None:
    assert said in refused(folder, SCENARIO, *words.split())


def test_a_report_that_cannot_be_written_is_told(folder: Path) -> None:
    told = refused(folder, SCENARIO, "--report", "tab.yaml/report")
    assert told == "--report: tab.yaml/report: Not a directory; name a folder that can be written\n"


@pytest.mark.parametrize(
    ("trials", "workers", "way"),
    [(1, 1, "run_inline"), (1, 3, "run_inline"), (2, 1, "run_inline"), (2, 3, "run_in_processes")],
)
def test_a_trial_alone_needs_no_process_of_its_own(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, trials: int, workers: int, way: str
) -> None:
    for name in ("run_inline", "run_in_processes"):
        monkeypatch.setattr(f"harness.cli.run.{name}", Mock(side_effect=InterruptedError(name)))
    session = SessionSpec(trials=(TrialSpec(scenario=SCENARIO),) * trials, target="reference", defect=None, command="")
    with pytest.raises(InterruptedError, match=way):
        run_session(session, Output(folder=tmp_path), workers)


@pytest.mark.browser
def test_a_clean_page_passes_and_says_so_in_plain_lines(tmp_path: Path) -> None:
    done = run(tmp_path, SCENARIO, "--no-pictures")
    assert (done.returncode, done.stderr) == (0, "")
    first, trial, *_, last = done.stdout.splitlines()
    assert first.endswith(f'1 trial of 1 scenario on "The reference job UI", judged by {len(ALL)} laws')
    assert trial.startswith("[1/1] mixed-outcome (seed 3): passed; laws: ")
    assert last == f"Report: {Path('meanwhile-report/index.html')}"
    assert "\x1b" not in done.stdout
    assert "meanwhile-data" in (tmp_path / last.removeprefix("Report: ")).read_text(encoding="utf-8")


@pytest.mark.browser
def test_json_is_results_and_nothing_else_on_standard_output(tmp_path: Path) -> None:
    done = run(tmp_path, SCENARIO, "--json", "--repeat", "2", "--no-pictures")
    first, *trials, last = decode_results(done.stdout.splitlines())
    assert isinstance(first, SessionLine)
    assert first.command == "meanwhile run mixed-outcome --json --repeat 2 --no-pictures"
    assert [(one.scenario, one.repeat, one.exit) for one in trials if isinstance(one, TrialResult)] == [
        (SCENARIO, 1, 0),
        (SCENARIO, 2, 0),
    ]
    assert isinstance(last, EndLine)
    assert (last.exit, last.trials, done.returncode) == (0, 2, 0)
    assert (tmp_path / "meanwhile-report" / "results.jsonl").read_text(encoding="utf-8") == done.stdout
    assert done.stderr.endswith("Report: meanwhile-report/index.html\n")
    _fits_the_published_schema(done.stdout)


def _fits_the_published_schema(text: str) -> None:
    schema = json.loads((data("reports/schema") / "results.schema.json").read_text(encoding="utf-8"))
    kinds = {kind["title"]: kind for kind in schema["oneOf"]}
    for line in map(json.loads, text.splitlines()):
        kind = kinds[line["record"]]
        assert set(kind["required"]) <= set(line) <= set(kind["properties"])


@pytest.mark.browser
def test_the_command_under_a_finding_finds_it_again(tmp_path: Path) -> None:
    over = ("--transport", "poll", "--network", "slow-3g")
    done = run(tmp_path, SCENARIO, *FLAW, *over, "--seed", "21", "--no-pictures")
    assert done.returncode == 1
    lines = [line.strip() for line in done.stdout.splitlines()]
    replays = {line.removeprefix("replay: ") for line in lines if line.startswith("replay: ")}
    assert len(replays) == 1
    name, verb, *words = shlex.split(replays.pop())
    assert (name, verb) == ("meanwhile", "run")
    again = run(tmp_path, *words, "--json", "--no-pictures", "--report", "again")
    assert again.returncode == 1
    session, trial, *_ = decode_results(again.stdout.splitlines())
    assert isinstance(session, SessionLine)
    assert isinstance(trial, TrialResult)
    assert (session.transport, session.network) == ("poll", "slow-3g")
    header = json.loads((tmp_path / "again" / str(trial.file)).read_text(encoding="utf-8").splitlines()[0])
    assert (header["transport"], header["profile"]) == ("poll", "slow-3g")
    assert {finding.law for finding in trial.findings} == {LAW}
    assert [line for line in lines if f" {LAW}: " in line] == [
        f"{finding.severity} {finding.law}: {finding.sentence}" for finding in trial.findings
    ]


class HangsUp(BaseRequestHandler):
    """Takes a connection and says nothing."""


@pytest.mark.browser
def test_a_server_that_hangs_up_is_no_finding(tmp_path: Path) -> None:
    with TCPServer(("127.0.0.1", 0), HangsUp) as server:
        Thread(target=server.serve_forever).start()
        where = f"http://127.0.0.1:{server.server_address[1]}"
        (tmp_path / "target.yaml").write_text(f"id: mine\ntitle: Mine\nurl: {where}\n", encoding="utf-8")
        done = run(tmp_path, SCENARIO, "--target", "target.yaml")
        server.shutdown()
    assert done.returncode == 3
    assert f"  error: the browser gave up: Page.goto: net::ERR_CONNECTION_REFUSED at {where}/" in done.stdout
    assert "Traceback" not in done.stderr
