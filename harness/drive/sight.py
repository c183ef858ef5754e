"""One look at a tab: which control belongs to which job, by its name or by the part of the page that it stands in."""

from collections.abc import Iterable

from harness.drive.controls import Offer
from harness.facts.jobwords import JobWords
from harness.facts.regions import Regions
from harness.facts.tree import Tree
from harness.facts.truth import Truth

OF_THE_JOB, MAYBE_OF_THE_JOB, OF_NO_JOB = range(3)


class Sight:
    """What stands on the screen at one moment. ``url`` is the page's address without its origin."""

    def __init__(self, tree: Tree, url: str, truth: Truth, at_ms: int) -> None:
        self._tree = tree
        self._url = url
        self._at_ms = at_ms
        self._jobs = {view.key.job for view in truth.at(at_ms)}
        self._words = JobWords(truth)
        self._regions = Regions(self._words)
        self._regions.note(tree, set(tree.nodes))

    def choose(self, offers: Iterable[Offer], job: str) -> Offer | None:
        """The control of that job: by its own name or the part of the page that it stands in.

        One that belongs to no job is taken where the page as a whole is about the job, and its name leaves no doubt.
        """
        ranked = [(self._rank(offer, job), offer.fit, offer) for offer in offers]
        fitting = [one for one in ranked if one[0] is not None and self._is_sure(*one[:2], job)]
        return min(fitting, key=lambda one: one[:2])[2] if fitting else None

    def is_of(self, job: str) -> bool:
        """Whether the page's address names the job."""
        return self._words.in_address(self._url) == (job,)

    def _rank(self, offer: Offer, job: str) -> int | None:
        named = self._words.named_in(offer.name) or self._regions.of(self._tree, offer.node or "")
        jobs = self._words.narrow(named, self._url, self._at_ms) or named
        if not jobs:
            return OF_NO_JOB
        if job not in jobs:
            return None
        return OF_THE_JOB if len(jobs) == 1 else MAYBE_OF_THE_JOB

    def _is_sure(self, rank: int | None, fit: int, job: str) -> bool:
        return rank != OF_NO_JOB or (fit == 0 and (self.is_of(job) or self._jobs <= {job}))
