"""What a page owed, tab by tab."""

from harness.speech.acts import Act
from harness.speech.duties import duties
from tests.laws.failing import TITLE, failing
from tests.speech.cut_off import cut_off


def test_each_obligation_on_each_tab_with_its_deadline() -> None:
    tiny = failing().screen(6.2, "Finished with problems", "2 succeeded, 1 failed", title=TITLE)
    tiny.screen(6.2, "Finished with problems", title=TITLE, tab=1)
    mixed = [duty for duty in duties(tiny.case()) if duty.owed.act is Act.MIXED]
    assert [(duty.tab, duty.title) for duty in mixed] == [(0, TITLE), (1, TITLE)]
    assert [[slot.said.value for slot in duty.slots or ()] for duty in mixed] == [["carries"] * 2, ["omits"] * 2]
    assert mixed[0].due_ms == 7_000 + tiny.case().beta_ms


def test_a_silence_is_owed_by_the_tab_that_hears_nothing() -> None:
    tiny = cut_off().screen(2, "Publishing", title="Publish 50 items", tab=1)
    assert {duty.tab for duty in duties(tiny.case()) if duty.owed.act is Act.OFFLINE} == {0}
