import pytest

from harness.core.ids import free_id, is_item_id, is_kebab, item_id, item_number, to_kebab


@pytest.mark.parametrize("text", ["publish", "reload-mid-publish", "4g", "a-1"])
def test_kebab_case(text: str) -> None:
    assert is_kebab(text)


@pytest.mark.parametrize("text", ["", "Publish", "a_b", "-a", "a--b", "a b"])
def test_not_kebab_case(text: str) -> None:
    assert not is_kebab(text)


@pytest.mark.parametrize(("text", "nearest"), [("My Scenario", "my-scenario"), ("a__b", "a-b"), ("!!", "some-id")])
def test_the_nearest_kebab_case_is_offered(text: str, nearest: str) -> None:
    assert to_kebab(text) == nearest


def test_items_are_numbered_from_one() -> None:
    assert [item_id(1), item_id(42), item_id(1_000)] == ["item-001", "item-042", "item-1000"]


def test_a_taken_id_gets_the_first_free_number() -> None:
    assert free_id("publish", set()) == "publish"
    assert free_id("publish", {"publish"}) == "publish-2"
    assert free_id("publish", {"publish", "publish-2"}) == "publish-3"


def test_the_id_of_an_item_is_known_by_its_look() -> None:
    assert all(is_item_id(item_id(number)) for number in (1, 7, 999, 1_000, 25_000))
    assert not any(is_item_id(text) for text in ("item-000", "item-7", "item-0007", "item", "job-001", "item-1a1"))
    assert [item_number(item_id(number)) for number in (1, 42, 1_000)] == [1, 42, 1_000]
