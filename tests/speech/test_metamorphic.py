"""Checks that need no reader."""

from harness.facts.case import Case
from harness.speech.metamorphic import (
    agrees_in_number,
    changes_with_number,
    differs_by_cause,
    last_words,
    same_for_other_ids,
)
from tests.tiny import Tiny


def ended(*lines: str, items: int = 2, lang: str | None = None, job: str = "publish") -> Case:
    """A job that is over, and a page that says these lines in a language that nobody needs to know."""
    tiny = Tiny(end=60).accepted(total=items, job=job, title="Frobnicate").started(job=job)
    for number in range(1, items + 1):
        tiny.item(3, number, job=job)
    return tiny.ended(4, succeeded=items, job=job).screen(4.2, *lines, title=None, lang=lang).case()


def test_the_last_words_are_told_apart_from_times_ids_and_names() -> None:
    case = ended("Zorp 2 blips at 09:03:20 after 12 s", "Blue mug 1", "publish")
    assert last_words(case) == ("Zorp 2 blips at (time) after (duration)", "(item)", "(id)")


def test_the_words_change_with_the_number() -> None:
    good = {number: ended(f"Zorp {number} blips", items=number) for number in (1, 2)}
    assert changes_with_number(good, "items").ok
    bad = changes_with_number({number: ended("Zorp blips", items=number) for number in (1, 2)}, "items")
    assert (bad.ok, bad.why) == (False, "with 1 and with 2 the page says the same")


def test_a_job_that_did_not_end_cannot_be_compared() -> None:
    open_end = Tiny(end=60).accepted().started().screen(2, "Zorp").case()
    assert changes_with_number({1: open_end, 2: ended("Zorp 2")}, "items").ok is None
    assert same_for_other_ids(open_end, ended("Zorp")).ok is None
    assert differs_by_cause({"timeout": open_end, "missing-id": ended("Zorp")}).ok is None


def test_one_and_many_agree() -> None:
    good = {1: ended("1 item zorped", items=1), 2: ended("2 items zorped"), 3: ended("3 of 3 zorped", items=3)}
    assert agrees_in_number(good, "items").ok
    many = agrees_in_number({1: ended("1 items zorped", items=1)}, "items")
    assert (many.ok, many.why) == (False, '"1 items zorped" counts 1 items')
    one = agrees_in_number({2: ended("2 item zorped")}, "items")
    assert one.ok is False
    assert agrees_in_number({2: ended("2 zorped")}, "items").ok is None


def test_how_another_language_forms_a_plural_is_not_known() -> None:
    assert agrees_in_number({1: ended("1 Artikel", items=1, lang="de")}, "items").ok is None


def test_the_words_differ_by_cause() -> None:
    assert differs_by_cause({"timeout": ended("Zorp"), "missing-id": ended("Blap")}).ok
    assert differs_by_cause({"timeout": ended("Zorp"), "missing-id": ended("Zorp")}).ok is False


def test_the_words_do_not_differ_by_id() -> None:
    assert same_for_other_ids(ended("Zorp publish"), ended("Zorp other", job="other")).ok
    odd = same_for_other_ids(ended("Zorp"), ended("Blap", job="other"))
    assert (odd.ok, odd.why) == (False, 'only with one of two ids the page says "Blap"')
