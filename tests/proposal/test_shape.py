"""Documents laid upon each other, and sorted by the stage of the job."""

from harness.proposal.shape import ABSENT, Place, is_number, whole
from harness.proposal.stages import ENDED, LIVE, WAITING, by_stage, differs, stage
from harness.proposal.state_words import translated

STATES = translated(["pending", "busy", "done"])


def test_a_place_holds_what_stood_there_one_after_another() -> None:
    place = whole([{"a": 1, "b": {"c": None}}, {"a": 2}, None])
    a, b = place.fields()
    assert (a.path, a.values, a.name) == (("a",), (1, 2, None), "a")
    assert b.values == ({"c": None}, ABSENT, None)
    assert [leaf.path for leaf in place.leaves()] == [("a",), ("b", "c")]
    assert (place.is_object, a.is_object, place.name) == (True, False, "")


def test_a_place_knows_lists_and_what_stays() -> None:
    assert Place((), ([1], None, [])).is_list
    assert not Place((), (None,)).is_list
    assert Place((), (1, 1)).is_constant
    assert not Place((), (1, None)).is_constant


def test_true_is_no_number() -> None:
    assert [is_number(value) for value in (1, 1.5, True, "1", None)] == [True, True, False, False, False]


def test_the_stage_is_told_by_the_state_or_by_a_flag() -> None:
    assert [stage({"at": {"s": word}}, STATES, "s") for word in ("pending", "busy", "done", "failed")] == [
        *(WAITING, LIVE, ENDED, ENDED)
    ]
    assert [stage({"finished": value}, {}, "s") for value in (True, False)] == [ENDED, LIVE]
    assert stage({"n": 1}, STATES, "s") is None


def test_documents_are_sorted_by_stage_the_end_first() -> None:
    documents = [{"s": "busy", "n": 1}, {"s": "done"}, {"s": "busy", "n": 2}]
    assert by_stage(documents, STATES, "s") == {ENDED: [{"s": "done"}], LIVE: [documents[0], documents[2]]}


def test_another_shape_is_told_from_other_numbers() -> None:
    usual = [{"s": "busy", "n": n, "of": 9, "say": f"{n} of 9"} for n in (1, 4)]
    assert not differs(usual, [{"s": "done", "n": 9, "of": 9, "say": "9 of 9"}], "s")
    assert differs(usual, [{"s": "done", "n": 9, "of": 100, "say": "9 of 9"}], "s")
    assert differs(usual, [{"s": "done", "n": 9, "of": 9, "say": "All done"}], "s")
    assert differs(usual, [{"s": "done", "n": 9}], "s")
    assert differs([{"r": None}, {"r": None}], [{"r": "All is well"}], "s")
    assert not differs([{"r": None}, {"r": None}], [{"r": "2026-01-05T09:00:00Z"}], "s")
    assert not differs([{"l": [1]}], [{"l": []}], "s")
