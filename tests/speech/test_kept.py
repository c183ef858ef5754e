"""Whether a page kept an obligation."""

import pytest

from harness.speech.acts import Act
from harness.speech.kept import due, kept
from harness.speech.obligations import obligations
from tests.laws.failing import TITLE, failing
from tests.speech.cut_off import TITLE as TITLES
from tests.speech.cut_off import cut_off
from tests.tiny import Tiny, running


def slots(tiny: Tiny, act: Act) -> dict[str, str] | None:
    case = tiny.case()
    held = next(held for held in obligations(case) if held.act is act)
    told = kept(held, case, 0, due(held, case, 0))
    return None if told is None else {answer.name: answer.said.value for answer in told}


def test_a_page_that_tells_all_of_it() -> None:
    tiny = failing().screen(6.2, "Finished with problems", "2 succeeded, 1 failed", title=TITLE)
    assert slots(tiny, Act.MIXED) == {"succeeded": "carries", "failed": "carries"}


def test_a_page_that_leaves_out_what_counts() -> None:
    tiny = failing().screen(6.2, "Finished with problems", title=TITLE)
    assert slots(tiny, Act.MIXED) == {"succeeded": "omits", "failed": "omits"}
    assert slots(tiny, Act.FAILED) == {"cause": "omits", "remedy": "omits", "count": "omits"}


@pytest.mark.parametrize(("text", "told"), [("10 of 30 items published", "carries"), ("Publishing items…", "omits")])
def test_a_quantity_that_was_so_a_moment_ago_is_true(text: str, told: str) -> None:
    answers = slots(running(items=30).screen(2, text, title="Publish 30 items"), Act.WORKING)
    assert answers is not None
    assert answers["quantity"] == told


def test_a_silence_is_told_by_a_notice_and_its_end_by_the_notice_going() -> None:
    tiny = cut_off().screen(12, "Publishing…", "status|You are offline. Last updated at 09:00.", title=TITLES)
    assert slots(tiny, Act.OFFLINE) == {"state": "carries", "as_of": "carries"}
    assert slots(tiny, Act.BACK) == {"state": "contradicts"}
    assert slots(tiny.screen(41, "Publishing…", title=TITLES), Act.BACK) == {"state": "carries"}
    assert slots(tiny.screen(41, "Steps", title=TITLES), Act.BACK) == {"state": "carries"}


@pytest.mark.parametrize(
    ("text", "told"), [("Steps", "omits"), ("Your jobs", "omits"), ("The gremlins are at it", "unverifiable")]
)
def test_a_heading_that_nobody_can_read_raises_no_doubt(text: str, told: str) -> None:
    answers = slots(running(items=30).screen(2, text, title="Publish 30 items"), Act.WORKING)
    assert answers is not None
    assert answers["activity"] == told


def test_what_cannot_be_judged_is_not() -> None:
    assert slots(failing().screen(6.2, "Fertig", title=TITLE, lang="de"), Act.MIXED) is None
    assert slots(failing().page(0).page(6.1, "hide").screen(6.2, "Ended", title=TITLE), Act.MIXED) is None


def test_the_deadline_is_put_off_by_the_network_but_not_for_the_silence_itself() -> None:
    case = cut_off().case()
    silence = next(held for held in obligations(case) if held.act is Act.OFFLINE)
    working = next(held for held in obligations(case) if held.act is Act.WORKING)
    assert due(silence, case, 0) == silence.due_ms + case.beta_ms
    assert due(working, case, 0) > 40_000
