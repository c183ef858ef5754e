"""What a text follows: ids, times, titles, and sentences with numbers in them."""

import pytest

from harness.proposal.clues import Clues
from harness.proposal.frames import framed, named
from harness.proposal.identity import Identity
from harness.proposal.sentences import escaped, is_time, text

CLUES = Clues(job=Identity(id="j-7"), total=9, states={})


@pytest.mark.parametrize(
    ("name", "values", "told"),
    [
        ("href", ("/jobs/j-7/items",), "/jobs/{job.id}/items"),
        ("created", ("2026-01-05T09:00:00Z",), "{job.accepted}"),
        ("at", ("2026-01-05T09:00:00Z", "2026-01-05T09:00:09Z"), "{now}"),
        ("title", ("Import 9 rows",), "{job.title}"),
        ("message", ("1 of 9 rows", "5 of 9 rows"), "{job.processed} of {job.total} rows"),
        ("message", ("Row 1", "Row 5", "Done"), "Row {job.current}"),
        ("message", ("50% {done}", "75% {done}"), "{job.percent}% {{done}}"),
        ("result", ("7 of 9 rows, 2 failed",), "{job.succeeded} of {job.total} rows, {job.failed} failed"),
        ("count", ("1", "5"), "{job.processed | text}"),
    ],
)
def test_a_text_follows_a_template(name: str, values: tuple[str, ...], told: str) -> None:
    guess = text(name, values, CLUES)
    assert guess is not None
    assert guess.value == told


@pytest.mark.parametrize(
    "values", [("Reading", "Writing"), ("Took 3 s",), ("12.5 degrees", "3.5 degrees", "7.5 degrees")]
)
def test_what_follows_nothing_is_said_to(values: tuple[str, ...]) -> None:
    assert text("message", values, CLUES) is None


def test_what_else_was_said_stands_beside_it() -> None:
    guess = text("message", ("Row 1", "Row 5", "Done"), CLUES)
    assert guess is not None
    assert guess.why == 'it was "Done", and also "Done"'


@pytest.mark.parametrize(
    ("values", "told"),
    [
        (("3 of 7 rows", "7 of 7 rows"), "{job.processed} of {job.total} rows"),
        (("Job #7: 3 of 7 rows", "Job #7: 7 of 7 rows"), "Job #{job.id}: {job.processed} of {job.total} rows"),
        (("5 of 7 rows, see /jobs/7",), "{job.succeeded} of {job.total} rows, see /jobs/{job.id}"),
        (("/jobs/7/items",), "/jobs/{job.id}/items"),
    ],
)
def test_a_number_that_is_both_is_the_id_where_a_word_or_an_address_says_so(values: tuple[str, ...], told: str) -> None:
    guess = text("message", values, Clues(job=Identity(id="7"), total=7, states={}))
    assert guess is not None
    assert guess.value == told


def test_times_are_told_from_other_texts() -> None:
    assert is_time(["2026-01-05T09:00:00.000Z", "2026-01-05 09:00"])
    assert not is_time(["2026-99-05T09:00:00Z"])
    assert not is_time([])
    assert escaped("{a}") == "{{a}}"


def test_sentences_are_laid_upon_each_other() -> None:
    frame = framed(["Read 1 of 9", "Read 4 of 9", "Read 4 of 9", "Done"])
    assert frame is not None
    assert (frame.words, frame.columns, frame.others) == (("Read ", " of ", ""), ((1, 4), (9, 9)), ("Done",))
    assert framed(["a", "b"]) is None


@pytest.mark.parametrize(
    ("words", "index", "name"),
    [(("", " failed"), 0, "failed"), (("Row ", ""), 0, "Row"), (("", "%"), 0, "percent"),
     (("", " of ", " rows"), 1, "rows"), (("Read ", " of ", ""), 0, "Read")],
)  # fmt: skip
def test_a_number_is_named_by_the_word_beside_it(words: tuple[str, ...], index: int, name: str) -> None:
    assert named(words, index) == name
