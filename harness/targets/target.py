"""A UI under test: what its target file says, and the files that the file leads to."""

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from harness.scenario.journey import Step
from harness.scenario.world import Job, JobKind
from harness.scenario.written import Written
from harness.targets.controls import USUAL
from harness.targets.file import TRANSPORTS, Control, TargetFile, Transport
from harness.targets.sources import ServedFile, below, locate, read
from harness.targets.unknowable import unobservable, untold
from harness.told.file import WireFile
from harness.told.reading import read as read_wire

REFERENCE_WIRE = "reference"


@dataclass(frozen=True, kw_only=True, slots=True)
class Target:
    """``told`` is what the file says; ``folder`` is where it lies, ``written`` the file itself. ``overlays`` are looked
    into before the root.
    """

    told: TargetFile
    folder: Path
    written: Written
    overlays: tuple[Path, ...] = ()

    @property
    def id(self) -> str:
        """The id that findings and stored trials carry."""
        return self.told.id

    @property
    def title(self) -> str:
        """What a person calls it."""
        return self.told.title

    @property
    def wire(self) -> str | Path | WireFile:
        """``reference``, the Python file that holds the wire, or the wire as the target file tells it."""
        wire = self.told.wire
        return wire if isinstance(wire, WireFile) or wire == REFERENCE_WIRE else locate(wire, self.folder)

    @property
    def feed(self) -> Path | None:
        """The Python file that runs its real back end, where it has one."""
        return None if self.told.feed is None else locate(self.told.feed, self.folder)

    @property
    def unobservable(self) -> dict[str, str]:
        """Law -> why it cannot be judged on this UI: as the file says, and for what its back end never tells."""
        return unobservable(self.untold) | self.told.unobservable

    @property
    def untold(self) -> tuple[str, ...]:
        """What its back end never tells of a job; of one that is written in Python nobody knows that."""
        wire = self.told.wire
        return untold(read_wire(wire)[0]) if isinstance(wire, WireFile) else ()

    @property
    def can_poll(self) -> bool:
        """Whether the page has a way of its own to ask, beside the stream that it listens to."""
        return self.told.refresh["sse"] == 0 < self.told.refresh["poll"]

    @property
    def transports(self) -> tuple[Transport, ...]:
        """Those that its back end speaks over, as ``refresh:`` tells: pushed over some, asked for over the other."""
        pushed = [one for one in self._pushed if self.refresh_ms(one) == 0]
        return tuple(one for one in TRANSPORTS if one in pushed or (one == "poll" and self.refresh_ms(one) > 0))

    @property
    def _pushed(self) -> Collection[Transport]:
        """Over what its back end has streams: as told, else event streams, and what is named beside them."""
        wire = self.told.wire
        told = read_wire(wire)[0].over if isinstance(wire, WireFile) else ()
        return told or {"sse", *self.told.refresh} - {"poll"}

    def refresh_ms(self, transport: Transport) -> int:
        """How long after a change the page asks again; 0 where changes are pushed."""
        return self.told.refresh.get(transport, self.told.refresh["sse"])

    def shows(self, kind: JobKind) -> bool:
        """Whether the UI can show a job of that kind."""
        return kind in self.told.shows

    def lacks(self, steps: Iterable[Step]) -> str | None:
        """What the UI does not offer, of what a person does in these steps."""
        return next((str(step.do) for step in steps if step.do in self.told.lacks), None)

    def path(self, page: str, job: str | None = None) -> str:
        """The address of a page within the UI: ``home``, ``jobs`` or ``job``. One that it lacks is the home page."""
        address = next((address for name, address in self.told.pages.items() if name == page), self.told.home)
        return address.replace("{job}", job or "")

    def controls(self, name: str, job: Job | None) -> tuple[Control, ...]:
        """What a person looks for to do that to the job: the file's own control, else the usual ones, surest first."""
        told = self.told.controls.named(name)
        wanted = (told,) if told else tuple(Control(name=usual) for usual in USUAL[name])
        return tuple(Control(role=one.role, name=_filled(one.name, job, self.told.shows[0])) for one in wanted)

    def overlaid(self, folder: Path) -> "Target":
        """The same target, with a folder whose files stand before those at its root: how a defect is put in."""
        return replace(self, overlays=(folder, *self.overlays))

    def file(self, path: str, *, document: bool = False) -> ServedFile | None:
        """The file at a path of the UI; for a ``document`` an app of one page has its page at every other path."""
        found = self._find(path)
        if found is None and document and self.told.spa:
            found = self._find("/")
        return read(found) if found else None

    def _find(self, path: str) -> Path | None:
        prefix = _longest(path, tuple(self.told.serve))
        if prefix is None:
            return None
        rest = path.removeprefix(prefix).lstrip("/")
        roots = [*(self.overlays if prefix == "/" else ()), locate(self.told.serve[prefix], self.folder)]
        return next((found for root in roots if (found := below(root, rest)) is not None), None)


def _filled(pattern: str, job: Job | None, kind: JobKind) -> str:
    """The pattern with the job's own words in it."""
    words = {"kind": job.kind.value if job else kind.value, "items": str(job.items) if job else r"\d+"}
    for name, word in words.items():
        pattern = pattern.replace(f"{{{name}}}", word if word == r"\d+" else re.escape(word))
    return pattern


def _longest(path: str, prefixes: tuple[str, ...]) -> str | None:
    fitting = [one for one in prefixes if path == one or path.startswith(one if one.endswith("/") else f"{one}/")]
    return max(fitting, key=len, default=None)
