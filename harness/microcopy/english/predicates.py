"""Predicates: which counter a number belongs to, which words name a state, which an ending."""

from harness.microcopy.english.activities import ACTIVITIES
from harness.microcopy.language import any_of

_WORKED = any_of(
    {form for forms in ACTIVITIES.values() for form in forms}
    | set("be done complete completed finish finished succeed work pass passed start started attempted tried".split())
)
_DONE = any_of(done for _, _, done in ACTIVITIES.values())

BUCKETS: tuple[tuple[str, str], ...] = (
    (r"\bretr(?:ying|y|ied)\b|\bbeing retried\b|\btrying again\b|\bunanswered\b", "retrying"),
    (rf"\b(?:could not|couldn't|cannot|can't)(?: be)? {_WORKED} yet\b", "retrying"),
    (r"\b(?:taken back|rolled back|undone|reverted)\b", "rolled_back"),
    (
        rf"\b(?:stays?|stayed|remains?|remained) (?:{_DONE}|live|there|available)\b",
        "kept",
    ),
    (r"\b(?:kept|left (?:in place|as (?:it is|they are)))\b", "kept"),
    (r"\b(?:found|came to light|come to light)\b", "found"),
    (r"\b(?:were|was|are|is) (?:not|never) (?:yet )?(?:attempted|reached)\b", "remaining"),
    (r"\bnot (?:yet )?(?:been )?(?:done|processed|started|finished|handled|attempted|tried|reached)\b", "remaining"),
    (
        (
            r"\b(?:could not|couldn't|cannot|can't|were not|weren't|was not|wasn't|did not|didn't|"
            rf"unable)(?: to)?(?: be)? {_WORKED}\b"
        ),
        "failed",
    ),
    (
        r"\b(?:failed|fail|failures?|failing|errors?|errored|unsuccessful|rejected|broken|bounced|undelivered|undeliverable|unsent|unreadable|problems?|issues?|invalid)\b",
        "failed",
    ),
    (r"\b(?:skipped|ignored|left out|passed over|excluded|unchanged|skips?)\b", "skipped"),
    (
        (
            r"\b(?:remaining|remain|remains|left|to go|still to do|to do|outstanding|unprocessed|not yet "
            r"processed|yet to)\b"
        ),
        "remaining",
    ),
    (r"\b(?:waiting|pending|queued)\b", "waiting"),
    (r"\b(?:running|in progress|active|under way)\b", "running"),
    (
        r"\b(?:succeeded|successful|successfully|success|successes|live|went well|ok|passed|went through|worked)\b",
        "succeeded",
    ),
    (r"\b(?:processed|handled|through|worked through)\b", "processed"),
    (r"\b(?:done|complete|completed|finished)\b", "finished"),
    (r"\b(?:in total|total|altogether|overall|covers?|comprises|contains|consists of)\b", "total"),
)

ENDINGS: dict[str, str] = {
    "complete": "completed",
    "completed": "completed",
    "done": "completed",
    "finished": "finished",
    "ended": "finished",
    "over": "finished",
    "closed": "finished",
    "success": "succeeded",
    "succeeded": "succeeded",
    "successful": "succeeded",
    "live": "succeeded",
    "failed": "failed",
    "failure": "failed",
    "unsuccessful": "failed",
    "errored": "failed",
    "crashed": "failed",
    "cancelled": "cancelled",
    "canceled": "cancelled",
    "aborted": "cancelled",
    "stopped": "cancelled",
    "terminated": "cancelled",
    "revoked": "cancelled",
    "partial": "partial",
    "mixed": "partial",
}

STATES: tuple[tuple[str, str], ...] = (
    (r"retrying|trying again|waiting to (?:retry|try again)|being retried", "retrying"),
    (
        r"cancell?ing|stopping|aborting|being cancell?ed|cancellation requested|cancel requested|winding down",
        "cancelling",
    ),
    (r"paused|on hold|suspended|pausing", "paused"),
    (
        (
            r"queued|in (?:the )?queue|in line|pending|scheduled|waiting(?: (?:to start|to begin|for (?:a |"
            r"an |the |its )?\w+(?: to \w+| \w+)?(?: to \w+)?|in line|in (?:the )?queue|its turn))?"
            r"|not started(?: yet)?|has not started(?: yet)?|"
            r"(?:hasn't|haven't|have not|hadn't|had not) started(?: yet)?|on the waiting list"
        ),
        "queued",
    ),
    (r"accepted|received|submitted|registered", "accepted"),
    (
        (
            r"running|in progress|under ?way|ongoing|active|working(?: on it)?|in process|in the works|"
            r"still going|started|begun|executing"
            r"|being \w+ed|going on|at work|(?:in|on|at) (?:the )?(?:<q\d+>|\w+(?: \w+)?) (?:step|phase|stage)"
        ),
        "running",
    ),
)

ALERT_WORDS = (
    r"\b(?:fail\w*|error\w*|succe\w*|complet\w*|finish\w*|done|cancel\w*|queue\w*|running|progress|publish(?:ed|ing)|"
    r"import(?:ed|ing)|process(?:ed|ing)|skipp\w*|retry\w*|paused|pending|remaining|stuck|stalled)\b"
)
