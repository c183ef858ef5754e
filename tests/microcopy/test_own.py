"""A job's own words are read as any job's: its verb, what its items are called; its title stays a name."""

import pytest

from harness.microcopy.own import Own, doing, done, plural


def test_verb_and_noun_are_put_into_known_words() -> None:
    own = Own(title="Post invoices", verb="post", noun="invoice")
    assert own.plainly("Posting 3 of 40 invoices") == "publishing 3 of 40 items"
    assert own.plainly("1 invoice could not be posted") == "1 item could not be published"


def test_the_title_stays() -> None:
    assert (
        Own(title="Post invoices", verb="post", noun="invoice").plainly("Post invoices has ended")
        == "Post invoices has ended"
    )


def test_a_deed_is_the_job() -> None:
    assert Own(verb="deliver").plainly("Delivery failed") == "job failed"
    assert Own(verb="upload").plainly("3 uploads complete") == "3 items complete"


def test_known_words_stay() -> None:
    assert Own(verb="publish", noun="item").plainly("Publishing 3 items") == "Publishing 3 items"


@pytest.mark.parametrize(
    ("verb", "forms"),
    [
        ("post", ("posting", "posted")),
        ("move", ("moving", "moved")),
        ("map", ("mapping", "mapped")),
        ("copy", ("copying", "copied")),
        ("plan", ("planning", "planned")),
        ("carry", ("carrying", "carried")),
    ],
)
def test_forms_of_a_verb(verb: str, forms: tuple[str, str]) -> None:
    assert (doing(verb), done(verb)) == forms


@pytest.mark.parametrize(
    ("noun", "many"), [("item", "items"), ("category", "categories"), ("box", "boxes"), ("key", "keys")]
)
def test_many_of_a_noun(noun: str, many: str) -> None:
    assert plural(noun) == many
