"""The reference UI has words of its own for every cause, and a reader recognises the cause by them."""

import re

from harness.core import causes
from harness.wire.reference.make_imports import manifest
from tests.layout.repository import ROOT

FOLDER = ROOT / "reference_ui" / "microcopy" / "en"
MESSAGES = "\n".join(path.read_text("utf-8") for path in sorted(FOLDER.glob("*.ftl")))


def words(message: str) -> dict[str, str]:
    """The words of a message for each cause that it knows."""
    text = re.split(r"\n(?=\S)(?!})", MESSAGES.partition(f"\n{message} =")[2])[0]
    return dict(re.findall(r"(?<!\*)\[([a-z-]+)\] (.+)", text.partition("$cause ->")[2]))


def test_every_cause_of_a_failure_has_its_words() -> None:
    told = words("group-failed")
    assert set(told) == set(causes.failure_ids())
    assert {id: causes.recognised(text.lower()) for id, text in told.items()} == {id: (id,) for id in told}


def test_every_cause_that_a_file_can_give_has_its_words() -> None:
    told = words("file-problem")
    assert set(told) == {cause for one in manifest().values() for cause in one["failed"].values()}
    assert {id: causes.recognised(text.lower()) for id, text in told.items()} == {id: (id,) for id in told}


def test_every_reason_to_skip_has_its_words() -> None:
    told = words("group-skipped")
    assert set(told) == set(causes.skip_ids())
    assert {id: causes.recognised(text.lower()) for id, text in told.items()} == {id: (id,) for id in told}
