"""``docs/faults.md`` tells of every fault and way, and each difference between the worlds has its sentence."""

import asyncio
import re
from pathlib import Path

import pytest

from harness.drive.keeper import Keeper
from harness.network import faults
from tests.experience.cells import WAYS, stream
from tests.experience.page import HEAD, PAGE, Unexplained, page, sentences
from tests.experience.probe import EVERY_MS, FAULTS, LASTS_MS, POLLS, Tried, tried

TEXT = PAGE.read_text(encoding="utf-8")
ASKED = ["fetch", "answered", 1_000, 1_010]
FAILED = ["fetch", "failed", 1_000, 1_010]


def test_every_fault_is_tried_in_every_way() -> None:
    assert {kind for kind in FAULTS if "," not in kind and " " not in kind} == {fault.kind for fault in faults.ALL}
    assert re.findall(r"^\| `([\w, ]+)` \| ([^|]+) \|", TEXT, re.MULTILINE) == [
        (kind, way) for kind in FAULTS for way in WAYS
    ]


def test_every_difference_is_told_in_the_words_beside_the_generator() -> None:
    told = re.findall(r"^\d+\. `([\w, ]+)`, ([^:]+): (.+)$", TEXT, re.MULTILINE)
    assert told == [(kind, way, sentences()[kind][way]) for kind, way, _ in told]
    assert len(told) == len(re.findall(r"\[\d+\] \|$", TEXT, re.MULTILINE))


def test_the_page_begins_as_the_generator_writes_it() -> None:
    assert TEXT.startswith(HEAD)


def test_a_difference_that_nobody_explained_is_refused() -> None:
    found = {"drop": Tried(virtual=[ASKED], real=[FAILED])}
    with pytest.raises(Unexplained, match=r"drop, fetch, made meanwhile: answered .* on virtual time, failed"):
        page(found, {})
    told = page(found, {"drop": {"fetch, made meanwhile": "It is so."}})
    assert "1. `drop`, fetch, made meanwhile: It is so." in told
    assert "| answered after 0.0 s | failed after 0.0 s [1] |" in told


def test_where_the_worlds_agree_nothing_needs_a_word() -> None:
    assert "[1]" not in page({"drop": Tried(virtual=[ASKED], real=[ASKED])}, {})


@pytest.mark.browser
@pytest.mark.proxy
@pytest.mark.slow
def test_what_is_written_can_be_measured(tmp_path: Path) -> None:
    async def measured() -> Tried:
        async with Keeper() as keeper:
            return await tried("gap", keeper, tmp_path)

    found = asyncio.run(measured())
    lost = LASTS_MS // EVERY_MS
    assert [stream(notes).counts for notes in (found.virtual, found.real)] == [{"events": POLLS - lost}] * 2
    assert [WAYS["WebSocket"](notes).counts for notes in (found.virtual, found.real)] == [{"events": POLLS - lost}] * 2
