"""How a page may call the trial's jobs, phases and items: what the lens looks for in names."""

import re
from dataclasses import dataclass, replace
from functools import cached_property

from harness.core.words import RunKey
from harness.facts.truth import Truth
from harness.facts.views import RunView
from harness.microcopy.english import ENGLISH
from harness.microcopy.reader import read
from harness.microcopy.reading import Read
from harness.microcopy.taught import Taught

NOTHING = Taught()


def stems(title: str) -> tuple[str, ...]:
    """The forms that a verb's title takes: ``Upload`` -> upload, uploading, uploaded."""
    first = title.lower().split()[0] if title.split() else ""
    return ENGLISH.activities.get(first, (first,))


@dataclass(frozen=True, kw_only=True, slots=True)
class PhaseWords:
    """One phase of a job: its id, its place, and the words that begin a sentence about it."""

    id: str
    last: bool
    title: str
    forms: tuple[str, ...]


class JobWords:
    """Names from the truth: titles, kinds, phases, items. Asked by moment, since jobs come one after the other."""

    def __init__(self, truth: Truth, taught: Taught = NOTHING) -> None:
        self._truth = truth
        self.taught = taught
        """The phrases of this page that its target file taught."""
        accepted = (event for event in truth.events if event.kind == "job.accepted" and event.run == 1)
        self._by_person = {event.job for event in accepted if event.data.get("by") == "person"}
        self._accepted = [(truth.accepted_at(key), key) for key in truth.runs()]
        self._views = {key: view for at_ms, key in self._accepted if (view := truth.view(key, int(at_ms)))}
        self._phases = {key: _phase_words(view) for key, view in self._views.items()}

    def read(self, text: str, role: str = "generic", label: str = "") -> Read:
        """The claims of a text, in which titles are names and taught phrases say what they were taught to."""
        plain = self.taught.plainly(text)
        found = read(plain, role, self.taught.plainly(label), self.titles)
        if plain == text:
            return found
        said = " ".join(text.split())
        readings = tuple(replace(reading, text=said) for reading in found.readings)
        return replace(found, readings=readings, unread=(said,) if found.unread else ())

    @property
    def runs(self) -> tuple[RunKey, ...]:
        """Every run of the trial, in the order accepted."""
        return tuple(self._views)

    @cached_property
    def titles(self) -> tuple[str, ...]:
        """The titles of all jobs."""
        return tuple(dict.fromkeys(view.title for view in self._views.values()))

    @cached_property
    def lowered(self) -> dict[str, tuple[str, ...]]:
        """Title in lower case -> ids of the jobs that bear it."""
        found: dict[str, tuple[str, ...]] = {}
        for key, view in self._views.items():
            jobs = found.get(view.title.lower(), ())
            found[view.title.lower()] = jobs if key.job in jobs else (*jobs, key.job)
        return found

    @cached_property
    def kinds(self) -> dict[str, tuple[str, ...]]:
        """Any form of a kind's verb -> ids of the jobs of that kind."""
        found: dict[str, tuple[str, ...]] = {}
        for key, view in self._views.items():
            for form in stems(view.kind):
                found[form] = tuple(dict.fromkeys((*found.get(form, ()), key.job)))
        return found

    @cached_property
    def items(self) -> frozenset[str]:
        """Names and ids of all items that the truth ever spoke of, as a page shows them, in lower case."""
        events = (event for event in self._truth.events if event.kind.startswith("item."))
        told = (str(event.data.get(part, "")) for event in events for part in ("item", "name"))
        return frozenset(" ".join(name.split()).lower() for name in told if name)

    def phases(self, key: RunKey) -> tuple[PhaseWords, ...]:
        """The phases of a run."""
        return self._phases.get(key, ())

    def phase_named(self, key: RunKey, stem: str) -> PhaseWords | None:
        """The phase whose work the verb names: by its own name, else the only one that does the like."""
        phases = self.phases(key)
        exact = next((phase for phase in phases if stem in phase.forms), None)
        like = [phase for phase in phases if stem in ENGLISH.kin.get(phase.forms[0], ())]
        return exact or (like[0] if len(like) == 1 else None)

    def newest(self, at_ms: float, job: str | None = None) -> RunKey | None:
        """The run that was accepted last by then: of that job, or of those that the person started, else of any."""
        before = [key for accepted, key in reversed(self._accepted) if accepted <= at_ms]
        wanted = self._by_person if job is None else {job}
        last = next((key for key in before if key.job in wanted), None)
        return next(iter(before), None) if last is None and job is None else last

    def next_after(self, at_ms: float, job: str | None = None) -> tuple[float, RunKey] | None:
        """The first run accepted after that moment."""
        return next(
            ((accepted, key) for accepted, key in self._accepted if accepted > at_ms and job in (None, key.job)), None
        )

    def kind_of(self, key: RunKey) -> str:
        """The kind of the run's job."""
        return self._views[key].kind

    def named_in(self, text: str) -> tuple[str, ...]:
        """Ids of the jobs whose title stands in the text."""
        lowered = " ".join(text.lower().split())
        return next((jobs for title, jobs in self.lowered.items() if title in lowered), ())

    def names_several(self, text: str) -> bool:
        """Whether the text holds titles of several jobs, none of them part of another: ``A has started. B is over.``"""
        lowered = " ".join(text.lower().split())
        found = [title for title in self.lowered if title in lowered]
        return sum(not any(title in other for other in found if other != title) for title in found) > 1

    def narrow(self, jobs: tuple[str, ...], url: str, at_ms: int) -> tuple[str, ...] | None:
        """Of several jobs that bear one title, the one that is meant: the address names it, or only one is there yet.

        None when any of several could be meant.
        """
        if len(jobs) <= 1:
            return jobs
        if found := next((job for job in jobs if job in _parts(url)), None):
            return (found,)
        known = tuple(job for job in jobs if self.newest(at_ms, job))
        return (known or jobs[:1]) if len(known) <= 1 else None

    def in_address(self, url: str) -> tuple[str, ...]:
        """The job that the page's address names."""
        return next(((key.job,) for key in self.runs if key.job in _parts(url)[1:]), ())

    def told_by_kind(self, text: str, at_ms: int) -> tuple[str, ...] | None:
        """The job that a text outside every region names by its kind, where that is not the newest run's kind.

        Nothing when it names no other kind; None when several jobs of that kind could be meant.
        """
        jobs, newest = self.kind_in(text), self.newest(at_ms)
        known = tuple(job for job in jobs if self.newest(at_ms, job))
        if not known or newest is None or newest.job in known:
            return ()
        return known if len(known) == 1 else None

    def is_ambiguous(self, text: str, at_ms: int) -> bool:
        """Whether a text that names a kind and no title could be about several jobs."""
        return sum(self.newest(at_ms, job) is not None for job in self.kind_in(text)) > 1

    def without_titles(self, text: str) -> str:
        """The text with the titles of jobs taken out, which begin with the names of phases."""
        for title in self.titles:
            if title in text:
                text = text.replace(title, "")
        return text.strip()

    def kind_in(self, text: str) -> tuple[str, ...]:
        """Ids of the jobs whose kind the text names: ``Importing``, ``Your import``."""
        words = re.findall(r"[a-z]+", text.lower())
        return next((self.kinds[word] for word in words if word in self.kinds), ())

    def item_in(self, text: str) -> bool:
        """Whether the text is an item's name or id, or holds one."""
        lowered = text.lower()
        return lowered in self.items or (len(lowered) <= 200 and any(name in lowered for name in self.items))


def _phase_words(view: RunView) -> tuple[PhaseWords, ...]:
    last = len(view.phases) - 1
    return tuple(
        PhaseWords(id=phase.id, last=index == last, title=phase.title.lower(), forms=stems(phase.title))
        for index, phase in enumerate(view.phases)
    )


def _parts(url: str) -> list[str]:
    """What an address may name a job by: a part of the path, or a value. The name of a value says nothing:
    ``?import=import-2`` is about the second import.
    """
    return [part.rpartition("=")[2] for part in re.split(r"[/?#&]", url)]
