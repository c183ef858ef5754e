"""When something began, as a page writes it: "Started 09:00:02", "Running since 9:05 am", "Requested at 09:00"."""

import re
from collections.abc import Iterator

from harness.microcopy.shape import mask

_WORDS = r"start(?: time)?|started|began|begun|beginning|running since|ordered|requested|submitted|created|accepted"
_BEGAN = re.compile(rf"\b(?:{_WORDS})\b:?,?\s*(?:(?:on|today|yesterday|<x\d+>),?\s*)*(?:at |since )?<(?P<time>t\d+)>")
_DENIES = re.compile(r"\b(?:not|will|would|to be|expected|may|can|should|n't)\b")


def beginnings(text: str) -> Iterator[str]:
    """Each time that the text gives for a beginning that has been, as written."""
    masked = mask(text)
    for told in _BEGAN.finditer(masked.text):
        if not _DENIES.search(masked.text[: told.end()]):
            yield masked.words[told["time"]]
