"""Labelled sentences of real products (labels/words/README.md tells the form), read and checked."""

from pathlib import Path
from typing import Annotated, Self

from pydantic import AfterValidator, Field, RootModel, StringConstraints, model_validator

from harness.core import causes
from harness.core.causes import CLASSES, UNKNOWN
from harness.core.errors import UsageError
from harness.scenario import yaml_file
from harness.scenario.types import Part
from harness.speech.acts import EVERY_SLOT, GUARDS, LINTS, Act

FOLDER = Path(__file__).parent / "labels" / "words"
HELD_OUT = "heldout"

WRONG = (*EVERY_SLOT, *GUARDS, *LINTS)
REASONS = "no-free-worker concurrency-limit rate-limit dependency paused upstream network".split()

NEEDS: dict[Act, tuple[tuple[str, ...], ...]] = {
    Act.STARTED: (("job",),),
    Act.WAITING: (("reason", "ahead"),),
    Act.WORKING: (("done", "step"),),
    Act.STALLED: (("reason",),),
    Act.RETRYING: (("attempt",),),
    Act.CANCELLED: (("done",),),
    Act.SUCCEEDED: (("succeeded",),),
    Act.MIXED: (("succeeded",), ("failed",)),
    Act.FAILED: (("cause", "causes"),),
    Act.OFFLINE: (("as_of",),),
}
"""act -> facts without which nobody could judge the text; of each group one at least"""


def _one_of(known: tuple[str, ...], what: str) -> AfterValidator:
    def check(word: str) -> str:
        if word in known:
            return word
        raise ValueError(f'"{word}" is no {what}; write one of {", ".join(known)}')

    return AfterValidator(check)


_CAUSES = (*causes.failure_ids(), *CLASSES, UNKNOWN)
CauseName = Annotated[str, _one_of(_CAUSES, "cause that is known here")]
Wrong = Annotated[str, _one_of(WRONG, "slot, guard or lint")]
Reason = Annotated[str, _one_of(tuple(REASONS), "reason to wait")]
Items = Annotated[int, Field(strict=True, ge=0)]
Words = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]


class Truth(Part):
    """What was so. What is left out is not known."""

    job: Words | None = None
    kind: Words | None = None
    noun: Words | None = None
    total: Items | None = None
    done: Items | None = None
    succeeded: Items | None = None
    failed: Items | None = None
    skipped: Items | None = None
    left: Items | None = None
    kept: Items | None = None
    undone: Items | None = None
    step: Items | None = None
    steps: Items | None = None
    phase: Words | None = None
    cause: CauseName | None = None
    causes: dict[CauseName, Items] = Field(default={})
    retryable: bool | None = None
    retry_scheduled: bool | None = None
    attempt: Items | None = None
    attempts: Items | None = None
    next_s: Items | None = None
    reason: Reason | None = None
    ahead: Items | None = None
    starts_in_s: Items | None = None
    expected_s: Items | None = None
    remaining_s: Items | None = None
    survives_disconnect: bool | None = None
    as_of: Annotated[str, StringConstraints(pattern=r"^\d{2}:\d{2}(:\d{2})?$")] | None = None


class Sentence(Part):
    """One labelled text, or several that stand together."""

    product: Words
    text: Words | None = None
    texts: tuple[Words, ...] = ()
    controls: tuple[Words, ...] = ()
    act: Act
    truth: Truth = Truth()
    good: Annotated[bool, Field(strict=True)]
    wrong: tuple[Wrong, ...] = ()

    @property
    def lines(self) -> tuple[str, ...]:
        """The texts that are judged together."""
        return self.texts or (self.text or "",)

    @model_validator(mode="after")
    def _fits(self) -> Self:
        if (self.text is None) == (not self.texts):
            raise ValueError("an entry has either text: or texts:; write one of them")
        if self.good and self.wrong:
            raise ValueError(
                f"a good text has nothing wrong; leave wrong: {', '.join(self.wrong)} out, or write good: false"
            )
        if not self.good and not self.wrong:
            raise ValueError("a bad text says what is wrong with it; write wrong: and names of slots, guards or lints")
        if missing := [group for group in NEEDS.get(self.act, ()) if not any(self._gives(fact) for fact in group)]:
            raise ValueError(
                f"act: {self.act} cannot be judged without {' or '.join(missing[0])}; write it under truth:"
            )
        return self

    def _gives(self, fact: str) -> bool:
        return getattr(self.truth, fact) not in (None, {})


class _File(RootModel[tuple[Sentence, ...]]):
    """A file: a list of entries."""


def load(path: Path) -> tuple[Sentence, ...]:
    """The sentences of a file. Raises UsageError with file, line, what is wrong and the way out."""
    tree = yaml_file.tree(yaml_file.text(path, "sentence"), path)
    if not isinstance(tree, list):
        raise UsageError(f"{yaml_file.shown(path)}:1: this is no list of sentences; begin each entry with - product:")
    return yaml_file.checked(_File, tree, path).root


def paths(*, held_out: bool) -> tuple[Path, ...]:
    """The files of one half."""
    return tuple(sorted(path for path in FOLDER.glob("*.yaml") if path.stem.startswith(HELD_OUT) == held_out))
