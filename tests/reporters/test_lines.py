"""Plain lines: whole-output snapshots; a line stays one line whatever a page said."""

import io
import re
from dataclasses import replace

from inline_snapshot import snapshot

from harness.reporters.lines import LinesReporter
from harness.trace.events import SessionFinished, Totals, TrialFinished
from tests.reporters.graded import ALL_THREE, SENTENCE, session
from tests.reporters.sample import FINDING, result_of, session_events


def written(*events: object) -> str:
    stream = io.StringIO()
    reporter = LinesReporter(stream)
    for event in events:
        reporter.handle(event)  # type: ignore[arg-type]
    reporter.close()
    return stream.getvalue()


def test_a_session_in_lines() -> None:
    events = session_events((result_of(stuck=False), result_of(stuck=True)))
    # one string a clause: the lines themselves are longer than a line of code
    clauses = [part for line in written(*events).splitlines() for part in re.split(r"(?<=[;:]) ", line)]
    assert clauses == snapshot(
        [
            "meanwhile 0.1.0:",
            '2 trials of 2 scenarios on "Reference job page", judged by 4 laws',
            "[1/2] seller-publish (seed 7):",
            "passed;",
            "laws:",
            "3 passed, 1 not exercised;",
            "10 min 40.0 s of the page's time in 0.9 s",
            "[2/2] seller-publish (seed 7, defect ignores-snapshot):",
            "1 finding;",
            "laws:",
            "1 passed, 2 failed (1 told by another), 1 not exercised;",
            "10 min 40.0 s of the page's time in 0.9 s",
            "  blocker reconnect-catches-up:",
            'job "Publish 200 items" at 5 min 36.1 s:',
            'the page said "97 of 200 items processed";',
            "in truth it was publishing item 111 of 200.",
            "    why it matters:",
            "A page that looks alive and is minutes behind is worse than one that says so.",
            "    replay:",
            "meanwhile run seller-publish --seed 7 --defect ignores-snapshot",
            "judged nothing in any trial:",
            "reload-restores",
            "1 finding in 2 trials;",
            "21 min 20.0 s of the page's time judged in 2.1 s",
        ]
    )


def test_where_playwrights_trace_is_kept_is_told() -> None:
    told = written(TrialFinished(result=replace(result_of(stuck=True), traced="traces/one.zip")))
    assert "  Playwright's trace, in the report's folder: traces/one.zip (look at it with `playwright" in told
    assert "Playwright" not in written(TrialFinished(result=result_of(stuck=True)))


def test_trouble_of_our_own_and_unmet_arms_are_told() -> None:
    broken = replace(result_of(stuck=False), error="the browser went away twice", unmet=("count-true",), exit=3)
    assert written(TrialFinished(result=broken)) == snapshot("""\
[1/0] seller-publish (seed 7): error; laws: 3 passed, 1 not exercised; 10 min 40.0 s of the page's time in 0.9 s
  error: the browser went away twice
  count-true is what this scenario exists for, and it did not pass
""")


def test_a_file_that_does_not_fit_the_page_is_told_with_its_line() -> None:
    misfit = replace(result_of(stuck=False), error="target.yaml:8: submit: mend it", verdicts=(), exit=2)
    totals = Totals(trials=2, findings=0, errors=1, wall_ms=900, virtual_ms=0, not_judged=1)
    told = written(TrialFinished(result=misfit), SessionFinished(exit_code=3, totals=totals))
    assert told.partition(";")[0] == snapshot("""\
[1/0] seller-publish (seed 7): cannot be judged
  target.yaml:8: submit: mend it
0 findings in 2 trials, 1 trial that cannot be judged, 1 trial that ended in trouble of our own\
""")


def test_hostile_text_stays_on_its_line() -> None:
    finding = replace(FINDING, sentence="it said \x1b[2J\r\nreplay: rm\u2028 \ud800")
    text = written(TrialFinished(result=result_of(stuck=True, finding=finding)))
    assert "it said  [2J  replay: rm  " in text
    assert "\x1b" not in text
    assert text.encode("utf-8").count(b"\n") == 4


def test_what_the_gate_says_is_told_in_its_place() -> None:
    whole = session(ALL_THREE)
    text = written(whole.started, TrialFinished(result=ALL_THREE), whole.finished)
    assert "\nnot judged: reload-restores is off: nobody reloads\n" in text
    assert ": 3 findings (1 new, 1 accepted, 1 warned); " in text
    assert f"  blocker count-true: {SENTENCE}\n    accepted until 2027-01-31: SHOP-12\n" in text
    assert text.index("gone: count-true in seller-publish") < text.index("3 findings (1 new, 1 accepted, 1 warned) in ")
