"""A stored trial as the four lanes of the report: truth, network, the person, the screen. JSON values, kept thin."""

from typing import Any

from harness.facts.case import Case
from harness.facts.lines import shown
from harness.reporters.timeline_network import network_lane
from harness.reporters.timeline_screen import screen_lane
from harness.reporters.timeline_truth import truth_lane
from harness.reporters.timeline_words import words
from harness.reporters.words import step_words
from harness.trace.records import Step
from harness.trace.trial import Trial


def timeline(trial: Trial) -> dict[str, Any]:
    """The lanes of one trial and its words, all on the trial's time from 0 to its end."""
    end_ms, case = trial.header.end_ms, Case(trial)
    views = {tab: list(shown(trial, tab)) for tab in case.screen.tabs}
    return {
        "end": end_ms,
        "truth": truth_lane(trial.truth, end_ms),
        "network": network_lane(trial),
        "person": [_step(step) for step in trial.steps],
        "screen": screen_lane(trial, views),
        "words": words(case, views),
    }


def _step(step: Step) -> dict[str, Any]:
    words = step_words(step.do, step.note)
    return {"at": step.at_ms, "done": step.done_ms, "do": step.do, "tab": step.tab, "words": words, "job": step.job}
