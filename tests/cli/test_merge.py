"""``meanwhile merge``, first-hand: one report and one verdict, or a sentence why there is none."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from harness.core.verdicts import Level, Status
from harness.laws import ALL
from harness.trace.result import TrialResult
from harness.trace.results import EndLine, SessionLine, decode_results
from tests.cli.command import LAWS, PICTURE, at, meanwhile, pictured, shard, tried
from tests.gate.made import finding

FOUND = tried("mixed-outcome", finding())
CLEAN = tried("black-hole")
WHOLE = (FOUND, CLEAN)
ENTRY = """\
version: 1
accepted:
  - target: shop
    scenario: mixed-outcome
    law: count-true
    job: publish
    claim: count:processed
    reason: SHOP-12
"""


@pytest.fixture
def parts(tmp_path: Path) -> Path:
    """A folder with the two parts of a session: the first holds a finding, the second none."""
    shard(tmp_path / "one", [pictured(tmp_path / "one", FOUND)], name="1/2", plan=WHOLE)
    shard(tmp_path / "two", [CLEAN], name="2/2", plan=WHOLE)
    return tmp_path


def refused(folder: Path, *words: str) -> str:
    """The one sentence where there is no verdict: exit 2, nothing written."""
    done = meanwhile(folder, "merge", *words)
    assert (done.returncode, done.stdout) == (2, "")
    assert not (folder / "meanwhile-report").exists()
    assert done.stderr.count("\n") == 1
    return done.stderr.rstrip("\n")


def results(folder: Path) -> tuple[SessionLine, list[TrialResult], EndLine]:
    first, *trials, last = decode_results((folder / "results.jsonl").read_text(encoding="utf-8").splitlines())
    assert isinstance(first, SessionLine)
    assert isinstance(last, EndLine)
    return first, [one for one in trials if isinstance(one, TrialResult)], last


def test_the_parts_are_one_session_again(parts: Path) -> None:
    done = meanwhile(parts, "merge", "two", "one", "--report", "whole", "--junit", "junit.xml")
    assert (done.returncode, done.stderr) == (1, "")
    assert done.stdout.splitlines()[0].endswith(f'2 trials of 2 scenarios on "The shop", judged by {len(ALL)} laws')
    assert done.stdout.splitlines()[-1] == "Report: whole/index.html"
    session, trials, end = results(parts / "whole")
    assert [one.id for one in trials] == [one.id for one in WHOLE]
    assert (session.shard, session.plan) == ("", tuple(one.id for one in WHOLE))
    assert (end.exit, end.trials, end.new, end.wall_ms) == (1, 2, 1, 900)
    assert (parts / "whole" / "pictures" / "one.jpeg").read_bytes() == PICTURE
    assert "data:image/jpeg;base64," in (parts / "whole" / "index.html").read_text(encoding="utf-8")
    assert (parts / "junit.xml").read_text(encoding="utf-8").count("<testsuite ") == 2


def test_the_baseline_is_held_against_the_whole(parts: Path) -> None:
    gone = ENTRY.partition("accepted:\n")[2].replace("mixed-outcome", "black-hole")
    (parts / "b.yaml").write_text(ENTRY + gone, encoding="utf-8")
    done = meanwhile(parts, "merge", "one", "two", "--baseline", "b.yaml")
    assert done.returncode == 0
    assert "    accepted: SHOP-12\n" in done.stdout
    assert 'gone: count-true in black-hole, job "publish", count:processed; take it out of the baseline' in done.stdout
    session, trials, end = results(parts / "meanwhile-report")
    assert [one.status for one in trials[0].findings] == [Status.ACCEPTED]
    assert (session.baseline, end.accepted, [one.scenario for one in end.absent]) == ("b.yaml", 1, ["black-hole"])


def test_a_whole_may_be_merged_again_with_another_baseline(parts: Path) -> None:
    assert meanwhile(parts, "merge", "one", "two", "--report", "whole").returncode == 1
    (parts / "b.yaml").write_text(ENTRY, encoding="utf-8")
    assert meanwhile(parts, "merge", "whole", "--report", "again", "--baseline", "b.yaml").returncode == 0
    assert meanwhile(parts, "merge", "again", "--report", "once-more").returncode == 1


def test_the_baseline_is_written_from_the_whole(parts: Path) -> None:
    done = meanwhile(parts, "merge", "one", "two", "--baseline", "b.yaml", "--update-baseline", "--reason", "SHOP-12")
    assert done.returncode == 1
    assert "Baseline: b.yaml: 1 added, 0 taken out and 0 kept\n" in done.stdout
    assert meanwhile(parts, "merge", "one", "two", "--baseline", "b.yaml").returncode == 0


def test_the_laws_mean_what_they_meant_when_the_parts_were_run(tmp_path: Path) -> None:
    shard(tmp_path / "one", [FOUND], laws=at(Level.WARN, "count-true"))
    (tmp_path / "meanwhile.toml").write_text("[laws]\ncount-true = {level = 'error'}\n", encoding="utf-8")
    done = meanwhile(tmp_path, "merge", "one")
    assert done.returncode == 0
    assert "only warned of: count-true: later\n" in done.stdout
    assert "    warned: later\n" in done.stdout


def test_trouble_in_one_part_beats_findings_in_another(parts: Path) -> None:
    broken = replace(CLEAN, verdicts=(), exit=3, error="the browser went away")
    shard(parts / "two", [broken], name="2/2", plan=WHOLE)
    done = meanwhile(parts, "merge", "one", "two", "--baseline", "b.yaml", "--update-baseline")
    assert done.returncode == 3
    assert "Baseline: b.yaml was left as it was: the session ended in trouble of our own\n" in done.stdout
    assert not (parts / "b.yaml").exists()


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("one", "part 2/2 is missing, and there is no verdict without the whole; give the folders of all 2 parts"),
        ("two", "part 1/2 is missing, and there is no verdict without the whole; give the folders of all 2 parts"),
        ("one two one", "part 1/2 is there twice, in one and one; give each part once"),
        ("one two --report one", "--report: one is one of the parts; name another folder, such as --report merged"),
        ("one nope", "nope/results.jsonl: cannot be read (No such file or directory); give the --report folder of "),
        ("one two --baseline b.yaml", "--baseline: b.yaml: there is no such file; write it with `meanwhile run "),
        ("one two --update-baseline", "--update-baseline: which file? name it with --baseline FILE"),
        ("one two --reason x", "--reason is that of what --update-baseline adds; write both, or neither"),
        ("one two --junit x --sarif x", "--sarif: x is what --junit names already; name another file"),
    ],
)
def test_what_is_wrong_is_told_in_one_sentence(parts: Path, words: str, said: str) -> None:
    assert refused(parts, *words.split()).startswith(said)


def test_parts_of_many_name_all_that_are_missing(tmp_path: Path) -> None:
    shard(tmp_path / "two", [CLEAN], name="2/4", plan=(FOUND, CLEAN, tried("a"), tried("b")))
    assert refused(tmp_path, "two").startswith("parts 1/4, 3/4 and 4/4 are missing, and there is no verdict without ")


@pytest.mark.parametrize(
    ("other", "what"),
    [
        ({"version": "0.0.9"}, "the version of meanwhile differs, "),
        ({"defect": "ignores-snapshot"}, "the target differs, shop and shop+ignores-snapshot"),
        ({"transport": "poll"}, "the transport differs"),
        ({"network": "slow-3g"}, "the network differs"),
        ({"scope": "suite ci"}, "the scenarios that were asked for differs, all and suite ci"),
        ({"laws": at(Level.OFF, "count-true")}, "what a breach of each law means differs"),
        ({"plan": (FOUND, tried("reload-two-phases"))}, "the trials of the whole session (scenarios, seeds, repeats) "),
        ({"name": "2/3"}, "the number of parts differs, 2 and 3"),
    ],
)
def test_parts_of_different_making_are_refused(parts: Path, other: dict[str, object], what: str) -> None:
    told = {"name": "2/2", "plan": WHOLE, **other}
    shard(parts / "two", [CLEAN], **told)  # type: ignore[arg-type]
    assert refused(parts, "one", "two").startswith(f"one and two are no parts of one session: {what}")


def test_a_part_that_was_cut_short_is_refused(parts: Path) -> None:
    file = parts / "two" / "results.jsonl"
    whole = file.read_text(encoding="utf-8").splitlines(keepends=True)
    file.write_text("".join(whole[:-1]), encoding="utf-8")
    said = "two/results.jsonl: the session was cut short; run it again: --shard 2/2"
    assert refused(parts, "one", "two") == said
    end = json.loads(whole[-1]) | {"broken_off": "the disk is full", "exit": 3}
    file.write_text("".join([*whole[:-1], json.dumps(end)]), encoding="utf-8")
    assert refused(parts, "one", "two") == said


def test_a_part_that_lacks_a_trial_or_has_one_too_many_is_refused(parts: Path) -> None:
    shard(parts / "two", [], name="2/2", plan=WHOLE)
    lacks = f"two/results.jsonl: the result of {CLEAN.id} is missing; run it again: --shard 2/2"
    assert refused(parts, "one", "two") == lacks
    shard(parts / "two", [CLEAN, FOUND], name="2/2", plan=WHOLE)
    assert refused(parts, "one", "two").startswith(f"two/results.jsonl: {FOUND.id} was not planned there; ")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "two/results.jsonl:1: results begin with their session; give the --report folder of `meanwhile run`"),
        ("{", "two/results.jsonl:1: not a line of results: "),
        ("3", "two/results.jsonl:1: not a line of results: "),
        ('{"record":"trial"}', "two/results.jsonl:1: not a line of results: "),
        ("\udc80", "two/results.jsonl: cannot be read (it is no text); give the --report folder of "),
    ],
)
def test_what_are_no_results_is_refused(parts: Path, text: str, said: str) -> None:
    (parts / "two" / "results.jsonl").write_bytes(text.encode("utf-8", "surrogateescape"))
    assert refused(parts, "one", "two").startswith(said)


def test_a_picture_that_was_not_kept_is_told(parts: Path) -> None:
    (parts / "one" / "pictures" / "one.jpeg").unlink()
    done = meanwhile(parts, "merge", "one", "two")
    assert done.returncode == 2
    said = "one/pictures/one.jpeg is missing, which one/results.jsonl names; keep the whole folder\n"
    assert done.stderr == said
    assert sorted(path.name for path in (parts / "meanwhile-report").iterdir()) == ["index.html", "results.jsonl"]
    assert results(parts / "meanwhile-report")[2].broken_off == said.rstrip()


def test_parts_that_were_run_by_name_update_no_baseline(tmp_path: Path) -> None:
    shard(tmp_path / "one", [FOUND], scope="named")
    said = refused(tmp_path, "one", "--baseline", "b.yaml", "--update-baseline")
    assert said.startswith("--update-baseline needs a complete run; these parts were run with the names of scenarios")


def test_a_law_that_was_renamed_is_matched_and_told(tmp_path: Path) -> None:
    laws = tuple(replace(law, formerly=("numbers-true",)) if law.id == "count-true" else law for law in LAWS)
    shard(tmp_path / "one", [FOUND], laws=laws)
    (tmp_path / "b.yaml").write_text(ENTRY.replace("count-true", "numbers-true"), encoding="utf-8")
    done = meanwhile(tmp_path, "merge", "one", "--baseline", "b.yaml")
    assert done.returncode == 0
    assert 'b.yaml:5: law: "numbers-true" is now called count-true; --update-baseline writes it so\n' in done.stdout
    meanwhile(tmp_path, "merge", "one", "--baseline", "b.yaml", "--update-baseline")
    assert "    law: count-true\n    job: publish\n" in (tmp_path / "b.yaml").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("right", "wrong", "said"),
    [
        (
            "law: count-true",
            "law: count-tru",
            'b.yaml:5: law: "count-tru" is no law; did you mean "count-true"? take the entry ',
        ),
        ("    reason: SHOP-12\n", "", "b.yaml:3: reason: is missing; write reason: and its value here"),
        ("reason: SHOP-12", "expires: soon\n    reason: x", 'b.yaml:8: expires: "soon" is no day; write one such as '),
        ("accepted:", "acepted:", 'b.yaml:2: acepted: is no key that is known here; did you mean "accepted"? '),
    ],
)
def test_a_baseline_that_is_wrong_is_told_before_anything_is(parts: Path, right: str, wrong: str, said: str) -> None:
    (parts / "b.yaml").write_text(ENTRY.replace(right, wrong), encoding="utf-8")
    assert refused(parts, "one", "two", "--baseline", "b.yaml").startswith(said)
