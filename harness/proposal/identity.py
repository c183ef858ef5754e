"""What names the job: the id that the answer to its start gave, and where else that id stands.

A long id is known wherever it stands. A number such as 7 may as well be a count, a row or a page: it is taken for the
id only where its key, the word before it or its place in an address says so.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from harness.proposal import names
from harness.scenario.world import JobKind

JOB = "{job}"
NAMING = names.IDS | frozenset(JobKind) | {"run", "batch"}
COUNTING = names.TOTAL | names.DONE | names.SUCCEEDED | names.FAILED | names.SKIPPED | names.REMAINING
ROWS = names.THINGS - {"item", "items"}
"""Lists of that name hold what the job works on, whatever numbers stand in them."""


@dataclass(frozen=True, kw_only=True)
class Identity:
    """``id`` as a text; ``keys`` are those under which the start's answer gave it; ``base`` is the start's own path."""

    id: str
    keys: frozenset[str] = frozenset()
    base: str = ""

    @property
    def is_number(self) -> bool:
        """Whether it may be mistaken for a count."""
        return self.id.isdigit()

    def is_key(self, key: str) -> bool:
        """Whether what stands under that key is an id, by its name."""
        return key in self.keys or (names.means(key, NAMING) and not names.means(key, COUNTING))

    def is_told(self, key: str, value: Any) -> bool:
        """Whether that value under that key is the id."""
        return str(value) == self.id and (not self.is_number or self.is_key(key))

    def is_of(self, element: Any) -> bool:
        """Whether an object is the job's: one of its own values is the id, or a text with the id in it."""
        if not isinstance(element, dict):
            return False
        told = ((key, value) for key, value in element.items() if isinstance(value, str | int))
        return any(self.is_told(key, value) or self.is_in(str(value)) for key, value in told)

    def may_list(self, name: str) -> bool:
        """Whether a list of that name may hold jobs."""
        return not names.means(name, names.PHASES | ROWS if self.is_number else names.PHASES)

    def is_spoken_of(self, document: Any) -> bool:
        """Whether the id is anywhere in a document."""
        if isinstance(document, str) or not self.is_number:
            return self.is_in(str(document))
        return any(self.is_told(key, value) or self.is_in(value) for key, value in scalars("", document))

    def is_in(self, text: str) -> bool:
        """Whether the id stands in a text as a word of its own."""
        return self._said.search(text) is not None

    def replaced(self, text: str, by: str) -> str:
        """A text with something else wherever the id stands; the name of a parameter of a query is left alone."""
        return self._said.sub(lambda found: found["before"] + by, text)

    def in_address(self, address: str) -> str:
        """An address with ``{job}`` for the id. A number stands for the id at one place of it only."""
        found = list(self._word.finditer(address))
        if not self.is_number or not found:
            return self._word.sub(JOB, address)
        beyond = [one for one in found if one.start() >= self._shared(address)] or found
        best = max(beyond, key=lambda one: self.is_key(_parameter(address[: one.start()])))
        return address[: best.start()] + JOB + address[best.end() :]

    def is_asked(self, address: str) -> bool:
        """Whether an address names the job."""
        return self.in_address(address) != address

    def _shared(self, address: str) -> int:
        """How much of an address is that of the start as well: ``/api/7`` of ``/api/7/jobs/7``."""
        length = 0
        for ours, theirs in zip(self.base.split("/"), address.split("?", maxsplit=1)[0].split("/"), strict=False):
            if ours != theirs:
                break
            length += len(theirs) + 1
        return length

    @cached_property
    def _word(self) -> re.Pattern[str]:
        return re.compile(rf"(?<![\w-]){re.escape(self.id)}(?![\w-]|=)")

    @cached_property
    def _said(self) -> re.Pattern[str]:
        """A number in a sentence needs a word that names it, or an address around it: ``Job #7``, ``/jobs/7``."""
        if not self.is_number:
            return re.compile(rf"(?P<before>){self._word.pattern}")
        words = "|".join(map(re.escape, sorted(names.IDS | self.keys - {""})))
        return re.compile(rf"(?P<before>^/|[^\W\d]/|/#|\b(?:{words})\W{{0,2}}){self._word.pattern}", re.IGNORECASE)


def scalars(name: str, value: Any) -> Iterator[tuple[str, str]]:
    """Each short text and whole number of a document, with the key under which it stands."""
    if isinstance(value, dict):
        for key, one in value.items():
            yield from scalars(key, one)
    elif isinstance(value, list):
        for one in value:
            yield from scalars(name, one)
    elif isinstance(value, str | int) and not isinstance(value, bool) and 0 < len(str(value)) < 100:
        yield name, str(value)


def _parameter(before: str) -> str:
    """The name of the parameter whose value comes next; "" within a path."""
    found = re.search(r"([\w.-]+)=$", before)
    return found[1] if found else ""
