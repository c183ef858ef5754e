"""The gate, first-hand, with a browser: what is known does not fail, what is new does, and each says why."""

import signal
import sys
from pathlib import Path
from subprocess import PIPE, Popen

import pytest

from harness.trace.result import TrialResult
from harness.trace.results import decode_results
from tests.cli.command import Done, meanwhile

pytestmark = pytest.mark.browser

FLAW = ("--defect", "status-successful-is-success")
PAGE = "reference+status-successful-is-success"
LAW = "partial-named-partial"
SUITES = '[suites]\nsmall = ["mixed-outcome"]\nboth = ["mixed-outcome", "by-attribute"]\n'
KNOWN = ("--baseline", "b.yaml")
ENTRY = f"""\
version: 1
accepted:
  - target: {PAGE}
    scenario: mixed-outcome
    law: {LAW}
    job: publish
    claim: ended
    reason: SHOP-12
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "meanwhile.toml").write_text(SUITES, encoding="utf-8")
    return tmp_path


def run(folder: Path, *words: str, suite: str = "small") -> Done:
    return meanwhile(folder, "run", "--suite", suite, "--no-pictures", *words)


def known(folder: Path, text: str = ENTRY) -> None:
    (folder / "b.yaml").write_text(text, encoding="utf-8")


def written(folder: Path) -> str:
    return (folder / "b.yaml").read_text(encoding="utf-8")


def trials(folder: Path) -> list[TrialResult]:
    lines = (folder / "meanwhile-report" / "results.jsonl").read_text(encoding="utf-8").splitlines()
    return [line for line in decode_results(lines) if isinstance(line, TrialResult)]


def test_a_finding_is_accepted_by_a_person_and_by_nobody_else(folder: Path) -> None:
    first = run(folder, *FLAW, *KNOWN, "--update-baseline")
    assert first.returncode == 1
    assert "Baseline: b.yaml: 1 added, 0 taken out and 0 kept; write the reason of 1 entry\n" in first.stdout
    refused = run(folder, *FLAW, *KNOWN)
    assert (refused.returncode, refused.stdout) == (2, "")
    assert refused.stderr.startswith('b.yaml:12: reason: "TODO: say why this is accepted" stands here still; write ')
    known(folder, written(folder).replace("'TODO: say why this is accepted'", "SHOP-12"))
    accepted = run(folder, *FLAW, *KNOWN)
    assert (accepted.returncode, accepted.stderr) == (0, "")
    assert "    accepted: SHOP-12\n" in accepted.stdout
    assert "1 finding (1 accepted) in 1 trial" in accepted.stdout


def test_a_finding_that_moved_in_time_is_known_still(folder: Path) -> None:
    known(folder)
    sentences = set()
    for seed in ("21", "22"):
        assert run(folder, *FLAW, *KNOWN, "--seed", seed).returncode == 0
        sentences |= {finding.sentence for trial in trials(folder) for finding in trial.findings}
    assert len(sentences) == 2


def test_an_entry_that_expired_lets_the_finding_fail_again(folder: Path) -> None:
    known(folder, ENTRY + "    expires: 2020-01-31\n")
    done = run(folder, *FLAW, *KNOWN)
    assert done.returncode == 1
    assert "    new again: it was accepted until 2020-01-31: SHOP-12\n" in done.stdout


def test_only_what_is_new_fails(folder: Path) -> None:
    known(folder)
    done = run(folder, *FLAW, *KNOWN, suite="both")
    assert done.returncode == 1
    assert [[finding.status for finding in trial.findings] for trial in trials(folder)] == [["accepted"], ["new"]]
    assert [trial.exit for trial in trials(folder)] == [0, 1]


def test_what_is_gone_is_listed_and_leaves_at_the_next_update(folder: Path) -> None:
    known(folder, ENTRY.replace(PAGE, "reference") + "    says: it said complete\n")
    done = run(folder, *KNOWN)
    assert done.returncode == 0
    gone = f'gone: {LAW} in mixed-outcome, job "publish", ended (it said complete); take it out of the baseline\n'
    assert gone in done.stdout
    assert "reference" in written(folder)
    assert run(folder, *KNOWN, "--update-baseline").returncode == 0
    assert written(folder).endswith("accepted: []\n")


def test_a_law_that_warns_is_told_and_one_that_is_off_is_not_judged(folder: Path) -> None:
    levels = (
        f'[laws]\n{LAW} = {{level = "warn", reason = "later"}}\ncount-true = {{level = "off", reason = "rework"}}\n'
    )
    (folder / "meanwhile.toml").write_text(SUITES + levels, encoding="utf-8")
    done = run(folder, *FLAW)
    assert done.returncode == 0
    assert "not judged: count-true is off: rework\n" in done.stdout
    assert "    warned: later\n" in done.stdout
    (trial,) = trials(folder)
    assert "count-true" not in {verdict.law for verdict in trial.verdicts}
    clean = run(folder)
    assert clean.returncode == 0
    assert "is what this scenario exists for" not in clean.stdout


def test_two_parts_are_run_apart_and_judged_together(folder: Path) -> None:
    for part in ("1/2", "2/2"):
        name = part[0]
        words = ("run", "--suite", "both", *FLAW, "--shard", part, "--report", name)
        done = meanwhile(folder, *words)
        assert done.returncode == 1
        assert f"part {part} of the session; `meanwhile merge` gives the verdict over all parts\n" in done.stdout
    alone = meanwhile(folder, "merge", "1")
    assert (alone.returncode, alone.stdout) == (2, "")
    assert alone.stderr.startswith("part 2/2 is missing, and there is no verdict without the whole; ")
    known(folder)
    whole = meanwhile(folder, "merge", "1", "2", *KNOWN)
    assert whole.returncode == 1
    assert "2 findings (1 new, 1 accepted) in 2 trials" in whole.stdout
    for trial in trials(folder):
        assert (folder / "meanwhile-report" / str(trial.file)).is_file()
        assert trial.pictures
        assert all((folder / "meanwhile-report" / picture.file).is_file() for picture in trial.pictures)


def test_a_full_disk_ends_the_session_with_a_sentence(folder: Path) -> None:
    (folder / "meanwhile-report").mkdir()
    (folder / "meanwhile-report" / "results.jsonl").symlink_to("/dev/full")
    done = run(folder, "--summary", "sum.md")
    assert done.returncode == 3
    said = "meanwhile-report/results.jsonl: No space left on device; make room there, or name another place"
    assert done.stderr == f"{said}\n"
    assert f"broken off: {said}\n" in done.stdout
    assert (folder / "sum.md").read_text(encoding="utf-8").startswith("## Meanwhile: trouble of its own\n")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("--shard 3/2", '--shard: "3/2" is none of 2 parts; they are counted from 1/2 to 2/2'),
        (
            "--shard 1/2 --baseline b.yaml --update-baseline",
            "--update-baseline needs a complete run; leave --shard out, ",
        ),
        ("--baseline b.yaml", "--baseline: b.yaml: there is no such file; write it with `meanwhile run "),
        ("--target celery-progress --defect x", "--defect: "),
    ],
)
def test_what_is_wrong_is_told_before_anything_is_run(folder: Path, words: str, said: str) -> None:
    done = run(folder, *words.split())
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith(said)
    assert not (folder / "meanwhile-report").exists()


def test_a_target_that_shows_none_of_the_scenarios_is_told(folder: Path) -> None:
    (folder / "page.html").touch()
    target = "id: mine\ntitle: Mine\nserve: {/: page.html}\nshows: [import]\n"
    (folder / "target.yaml").write_text(target, encoding="utf-8")
    done = run(folder, "--target", "target.yaml")
    assert done.returncode == 2
    assert done.stderr.startswith('the target "target.yaml" can show none of these scenarios; see `shows:` in its file')


@pytest.mark.parametrize(("sent", "workers"), [(signal.SIGINT, "1"), (signal.SIGTERM, "2")])
def test_who_interrupts_keeps_what_was_judged_and_nothing_half_written(
    folder: Path, sent: signal.Signals, workers: str
) -> None:
    known(folder)
    report = folder / "meanwhile-report"
    words = (
        "run",
        "--suite",
        "small",
        "--repeat",
        "60",
        "--workers",
        workers,
        "--no-pictures",
        *FLAW,
        *KNOWN,
        "--update-baseline",
    )
    with Popen(
        [sys.executable, "-m", "harness.cli", *words, "--junit", "j.xml"],
        cwd=folder,
        stdout=PIPE,
        stderr=PIPE,
        text=True,
    ) as running:
        assert running.stdout is not None
        assert running.stderr is not None
        while not running.stdout.readline().startswith("[1/60]"):
            assert running.poll() is None
        running.send_signal(sent)
        assert running.wait() == 130
        said = running.stderr.read()
    assert said.strip() == "interrupted; what was judged so far is in the report's results.jsonl"
    assert 1 <= len(trials(folder)) < 60
    assert sorted(path.name for path in report.iterdir()) == ["results.jsonl", "trials"]
    assert not (folder / "j.xml").exists()
    assert written(folder) == ENTRY
    assert not list(folder.rglob("*.part"))
