"""The baseline written anew: what stays keeps its reason, what is gone leaves, and the file reviews well."""

from datetime import date
from io import StringIO
from pathlib import Path

import pytest
from inline_snapshot import snapshot

from harness.core.verdicts import Verdict
from harness.gate.baseline import TO_DO, Accepted, Baseline, read_baseline
from harness.gate.grade import Gate
from harness.gate.writer import HEAD, BaselineWriter, text
from harness.trace.events import SessionFinished, Totals, TrialFinished
from harness.trace.result import TrialResult
from tests.gate.made import LAWS, answered, finding, trial
from tests.gate.test_grade import entry

HOSTILE = 'a "quoted": line # that\nends \\ {here} \ud800 \x1b[31m – ’tis'


def written(held: list[Accepted], *results: TrialResult, reason: str | None = None, code: int = 1) -> tuple[str, str]:
    """What stands in the file after a session of these results, and what is said of it."""
    baseline = Baseline(path=Path("b.yaml"), entries={one.identity: one for one in held})
    absent = Gate(laws=LAWS, today=date(2026, 11, 30), baseline=baseline).absent(results)
    stream = StringIO()
    writer = BaselineWriter(stream, baseline, reason)
    for result in results:
        writer.handle(TrialFinished(result=result))
    totals = Totals(trials=len(results), findings=0, errors=0, wall_ms=0, virtual_ms=0, absent=absent)
    writer.handle(SessionFinished(exit_code=code, totals=totals))
    writer.close()
    assert writer.wrote == bool(stream.getvalue())
    return stream.getvalue(), writer.said


def test_the_file_says_what_it_is_and_holds_a_few_lines_an_entry() -> None:
    made, said = written([entry(expires=date(2027, 1, 31))], trial(finding(), finding("reload-restores")))
    assert said == "b.yaml: 1 added, 0 taken out and 1 kept; write the reason of 1 entry"
    assert made.removeprefix(HEAD) == snapshot(
        """\
version: 1
accepted:
  - target: shop
    scenario: mixed-outcome
    law: count-true
    job: publish
    claim: count:processed
    reason: SHOP-12
    expires: 2027-01-31
  - target: shop
    scenario: mixed-outcome
    law: reload-restores
    job: publish
    claim: count:processed
    says: 'the page said "12 of 28 items published"; in truth: publishing item 20 of 28'
    reason: 'TODO: say why this is accepted'
"""
    )


def test_entries_are_sorted_whatever_came_first() -> None:
    one, other = trial(finding("reload-restores"), finding()), trial(finding(), finding("reload-restores"))
    assert written([], one)[0] == written([], other)[0]


def test_a_second_update_changes_nothing(tmp_path: Path) -> None:
    file = tmp_path / "b.yaml"
    file.write_text(written([], trial(finding()), reason="SHOP-12")[0], encoding="utf-8")
    held = list(read_baseline(file, LAWS).entries.values())
    moved = trial(finding(said="other words", at_ms=1, truth="otherwise"))
    assert written(held, moved, reason="another reason")[0] == file.read_text(encoding="utf-8")


def test_what_is_gone_leaves_and_what_nobody_looked_for_stays() -> None:
    assert written([entry()], trial())[1] == "b.yaml: 0 added, 1 taken out and 0 kept"
    unsure = answered(trial(), "count-true", Verdict.CANT_TELL)
    assert written([entry()], unsure)[1] == "b.yaml: 0 added, 0 taken out and 1 kept"
    assert written([entry(scenario="black-hole")], trial())[1] == "b.yaml: 0 added, 0 taken out and 1 kept"


def test_an_expired_entry_keeps_its_expiry() -> None:
    assert "expires: 2020-01-01" in written([entry(expires=date(2020, 1, 1))], trial(finding()))[0]


def test_the_reason_is_given_to_what_has_none() -> None:
    made, said = written([entry(reason=TO_DO)], trial(finding(), finding("reload-restores")), reason="SHOP-13")
    assert made.count("reason: SHOP-13") == 2
    assert said == "b.yaml: 1 added, 0 taken out and 1 kept"


def test_two_trials_with_one_finding_make_one_entry() -> None:
    assert written([], trial(finding()), trial(finding(at_ms=1), seed=4))[0].count("scenario:") == 1


def test_whatever_a_page_said_comes_back(tmp_path: Path) -> None:
    made, _ = written([], trial(finding(said=HOSTILE, claim="silence:end")), reason=HOSTILE.replace("\ud800", "?"))
    (tmp_path / "b.yaml").write_text(made, encoding="utf-8")
    (held,) = read_baseline(tmp_path / "b.yaml", LAWS).entries.values()
    assert held.says.startswith('the page a "quoted": line # that ends \\ {here}')
    assert held.reason == HOSTILE.replace("\ud800", "?")


@pytest.mark.parametrize(
    ("code", "broken_off", "why"),
    [
        (3, "", "the session ended in trouble of our own"),
        (3, "the disk is full", "the session ended in trouble of our own"),
        (1, "the disk is full", "the session ended in trouble of our own"),
        (2, "", "a trial cannot be judged"),
    ],
)
def test_trouble_leaves_the_file_as_it_was(code: int, broken_off: str, why: str) -> None:
    stream = StringIO()
    writer = BaselineWriter(stream, Baseline.empty(Path("b.yaml")), None)
    writer.handle(TrialFinished(result=trial(finding())))
    totals = Totals(trials=1, findings=1, errors=0, wall_ms=0, virtual_ms=0)
    writer.handle(SessionFinished(exit_code=code, totals=totals, broken_off=broken_off))
    assert (stream.getvalue(), writer.wrote) == ("", False)
    assert writer.said == f"b.yaml was left as it was: {why}"


def test_no_entry_is_a_file_too() -> None:
    assert text([]) == f"{HEAD}version: 1\naccepted: []\n"
