"""The live display: what runs now while it runs, sentences for what ended."""

import io
from dataclasses import replace

from inline_snapshot import snapshot
from rich.console import Console

from harness.core.verdicts import Verdict
from harness.reporters.terminal import MARKS, TerminalReporter
from harness.trace.events import Event, TrialFinished
from tests.reporters.graded import ALL_THREE, session
from tests.reporters.sample import FINDING, result_of, session_events


def events() -> list[Event]:
    return session_events((result_of(stuck=False), result_of(stuck=True)))


def shown(event: Event) -> str:
    stream = io.StringIO()
    reporter = TerminalReporter(stream, width=100)
    reporter.handle(event)
    reporter.close()
    return stream.getvalue()


def test_every_verdict_has_a_mark_of_its_own() -> None:
    assert set(MARKS) == set(Verdict)
    assert len({mark for mark, _ in MARKS.values()}) == len(MARKS)


def test_what_stays_in_the_terminal() -> None:
    stream = io.StringIO()
    reporter = TerminalReporter(stream, width=100)
    for event in events():
        reporter.handle(event)
    reporter.close()
    assert stream.getvalue() == snapshot("""\
meanwhile 0.1.0: 2 trials of 2 scenarios on "Reference job page", judged by 4 laws
✓ seller-publish (seed 7): passed; laws: 3 passed, 1 not exercised; 10 min 40.0 s of the page's time
in 0.9 s
✗ seller-publish (seed 7, defect ignores-snapshot): 1 finding; laws: 1 passed, 2 failed (1 told by \n\
another), 1 not exercised; 10 min 40.0 s of the page's time in 0.9 s
  job "Publish 200 items" at 5 min 36.1 s: the page said "97 of 200 items processed"; in truth it \n\
was publishing item 111 of 200.
    reconnect-catches-up, blocker. A page that looks alive and is minutes behind is worse than one \n\
that says so.
    see it again: meanwhile run seller-publish --seed 7 --defect ignores-snapshot
✓ 5 passed  ✗ 2 failed (1 told by another)  - 2 not exercised
judged nothing in any trial: reload-restores
1 finding in 2 trials; 21 min 20.0 s of the page's time judged in 2.1 s
""")


def test_a_trial_that_cannot_be_judged_has_a_mark_of_its_own() -> None:
    misfit = replace(result_of(stuck=False), error="target.yaml:8: mend it", verdicts=(), exit=2)
    broken = replace(misfit, exit=3)
    marks = [shown(TrialFinished(result=one)).split()[0] for one in (misfit, broken)]
    assert marks == ["?", "!"]


def test_hostile_text_cannot_drive_the_terminal() -> None:
    stream = io.StringIO()
    reporter = TerminalReporter(stream, width=100)
    finding = replace(FINDING, sentence="it said \x1b[2J\r\n[red]markup[/red] \ud800")
    reporter.handle(TrialFinished(result=result_of(stuck=True, finding=finding)))
    assert "it said  [2J  [red]markup[/red]" in stream.getvalue()
    assert "\x1b" not in stream.getvalue()


def test_a_running_trial_shows_clock_laws_and_what_happened_last() -> None:
    reporter = TerminalReporter(io.StringIO(), width=160)
    for event in events():
        if isinstance(event, TrialFinished):
            break
        reporter.handle(event)
    shown = Console(file=io.StringIO(), width=160, record=True)
    shown.print(reporter._view())
    reporter.close()
    assert shown.export_text() == snapshot("""\
▸ seller-publish (seed 7)  5 min 00.0 s of 10 min 40.0 s ✓ ✓ ✓ -  nothing arrives, though connections stay open
0 of 2 trials done
""")


def test_what_the_gate_says_is_told_in_its_place() -> None:
    whole = session(ALL_THREE)
    stream = io.StringIO()
    reporter = TerminalReporter(stream, width=200)
    for event in (whole.started, TrialFinished(result=ALL_THREE), whole.finished):
        reporter.handle(event)
    text = stream.getvalue()
    assert "not judged: reload-restores is off: nobody reloads" in text
    assert "    accepted until 2027-01-31: SHOP-12" in text
    assert "gone: count-true in seller-publish" in text
