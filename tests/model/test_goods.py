"""Names and attributes of goods: the same every time, of every catalogue, for any number."""

import pytest

from harness.model.goods import attributes, goods, item_name
from harness.scenario.world import Catalogue
from harness.scenario.world.catalogue import ATTRIBUTES


def test_the_sellers_names_are_what_they_always_were() -> None:
    assert [item_name(number) for number in (1, 2, 300, 301)] == [
        "Oak desk lamp",
        "Walnut serving tray",
        "Steel phone stand",
        "Oak desk lamp, edition 2",
    ]


@pytest.mark.parametrize("catalogue", Catalogue)
def test_every_item_has_a_name_and_an_sku_of_its_own(catalogue: Catalogue) -> None:
    numbers = range(1, 901)
    assert len({item_name(number, catalogue) for number in numbers}) == 900
    assert len({attributes(number, catalogue)["sku"] for number in numbers}) == 900


@pytest.mark.parametrize("catalogue", Catalogue)
def test_the_name_is_that_of_the_file(catalogue: Catalogue) -> None:
    assert [item_name(number, catalogue) for number in range(1, 301)] == [item["name"] for item in goods(catalogue)]


def test_what_is_known_of_an_item() -> None:
    assert attributes(1) == {
        "category": "Office",
        "currency": "EUR",
        "has_image": True,
        "locale": "en_US",
        "name": "Oak desk lamp",
        "price_minor": 16_570,
        "published": False,
        "sku": "OF-37704",
    }
    later = attributes(301, Catalogue.WORLD)
    first = attributes(1, Catalogue.WORLD)
    assert {name for name in first if first[name] != later[name]} == {"name", "sku"}
    assert attributes(3, Catalogue.WORLD)["price_minor"] == 12_380
    assert attributes(17, Catalogue.WORLD)["has_image"] is False
    assert attributes(1, Catalogue.HOSTILE)["hostile"] == "long"


@pytest.mark.parametrize("catalogue", Catalogue)
def test_every_attribute_has_its_name_in_the_list(catalogue: Catalogue) -> None:
    known = {name for number in range(1, 301) for name in attributes(number, catalogue)}
    assert known | {"hostile"} == set(ATTRIBUTES)
