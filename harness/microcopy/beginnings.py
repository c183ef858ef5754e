"""When something began, as a page writes it: "Started 09:00:02", "Running since 9:05 am", "Requested at 09:00"."""

import re
from collections.abc import Iterator

_TIME = r"(?P<when>\d{1,2}:\d{2}(?::\d{2})?(?:\s?[ap]\.?m\b\.?)?)"
_WORDS = r"started|began|begun|beginning|running since|ordered|requested|submitted|created|accepted"
_DAYS = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|mon|tue|wed|thu|fri|sat|sun)[a-z]*"
_DATE = rf"(?:(?:on|the|today|yesterday|{_DAYS}|\d{{1,4}}(?![:\d])(?:st|nd|rd|th)?)\b[,./-]?\s*)*"
_BEGAN = re.compile(rf"(?i)\b(?:start(?: time)?|{_WORDS})\b:?\s*{_DATE}(?:at |since )?{_TIME}")
_DENIES = re.compile(r"(?i)\b(?:not|will|would|to be|expected|may|can|should|n't)\b")


def beginnings(text: str) -> Iterator[str]:
    """Each time that the text gives for a beginning that has been, as written."""
    for told in _BEGAN.finditer(text):
        if not _DENIES.search(text[: told.end()]):
            yield told["when"]
