"""A breach of each law that was seen: its picture is there, and the law still says the same of it."""

import pytest

from harness.cli.breaches import seen
from harness.engine.prepare import defects
from harness.laws import ALL
from harness.laws.base import Law
from tests import recorded
from tests.pictures import PAGE, page

MOST_BYTES = 60_000


def test_there_is_one_for_each_law_and_no_other() -> None:
    assert set(seen()) == {law.id for law in ALL}


@pytest.mark.parametrize("law", [pytest.param(law, marks=recorded.together(law.id, "fails"), id=law.id) for law in ALL])
def test_it_has_a_picture_a_defect_of_the_law_and_the_sentence_of_a_recorded_trial(law: Law) -> None:
    one = seen()[law.id]
    assert one.path.read_bytes()[8:12] == b"WEBP"
    assert one.path.stat().st_size <= MOST_BYTES
    assert law.id in {flaw["law"] for flaw in defects() if flaw["id"] == one.defect}
    case = recorded.case(law.id, "fails")
    assert (case.header.scenario, case.header.defect) == (one.scenario, one.defect)
    assert one.sentence in [finding.sentence for finding in law.judge(case).findings]


def test_the_page_of_the_laws_is_as_the_laws_are() -> None:
    assert PAGE.read_text(encoding="utf-8") == page(), "run `make pictures`"
