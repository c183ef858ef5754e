"""Is the refresh interval of the target file what the page really does? The staleness allowance stands on it."""

from itertools import pairwise
from statistics import median

from harness.core.durations import compact
from harness.engine.prepare import Prepared
from harness.trace.records import Request
from harness.trace.trial import Trial

LEAST_GAPS = 3
SLACK = 1.25


def check_refresh(prepared: Prepared, trial: Trial) -> None:
    """Compare what the target file states with the page's requests before the first fault. Raises UsageError.

    Nothing is said of a page that is pushed to, of one that asked too rarely to tell, nor of an interval that is too
    long: a part of the page that is asked for so rarely may not have been on the screen.
    """
    stated_ms = prepared.refresh_ms
    gaps = repeated_gaps_ms(trial)
    if stated_ms == 0 or not gaps:
        return
    slack_ms = 2 * prepared.scenario.network.profile.rtt_ms + 250
    if min(gaps) > SLACK * stated_ms + slack_ms:
        raise prepared.target.written.trouble(
            ("refresh",),
            f'"{compact(stated_ms)}" is not how often the page asks: it asks again every '
            f"{compact(round(min(gaps), -2))}; write that",
        )


def repeated_gaps_ms(trial: Trial) -> list[int]:
    """The usual time between two requests for the same thing, for each thing asked for again and again."""
    quiet_ms = min((fault.at_ms for fault in trial.faults), default=trial.header.end_ms)
    asked: dict[tuple[int, str], list[int]] = {}
    for request in trial.requests:
        if _is_poll(request) and request.sent_ms < quiet_ms:
            asked.setdefault((request.tab, request.path), []).append(request.sent_ms)
    gaps = [[later - earlier for earlier, later in pairwise(moments)] for moments in asked.values()]
    return [int(median(one)) for one in gaps if len(one) >= LEAST_GAPS]


def _is_poll(request: Request) -> bool:
    return request.method == "GET" and request.via in {"fetch", "xhr"}
