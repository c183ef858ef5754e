"""Whether a sentence with a duration in it tells how much longer it takes, and not how long it has taken."""

import re

from harness.microcopy.english import ENGLISH


def tells_time_left(text: str) -> bool:
    """``about 2 min left``, ``ETA 30 s``; not ``running for 2 min``."""
    return re.search(ENGLISH.time_left, text.lower()) is not None
