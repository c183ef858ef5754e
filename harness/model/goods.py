"""The goods: a stable name for the nth item, so that the catalogue and the truth speak of the same things.

The other catalogues, and what is known of each item, are files of fixtures/catalogue; what makes those is
``python -m harness.wire.reference.make_catalogue``.
"""

import json
from functools import cache
from typing import Any

from harness.core import resources
from harness.scenario.world import Catalogue

SOURCES = {Catalogue.SELLER: "en", Catalogue.WORLD: "world", Catalogue.HOSTILE: "hostile"}
_MATERIALS = [
    "Oak",
    "Walnut",
    "Linen",
    "Wool",
    "Copper",
    "Glass",
    "Cork",
    "Leather",
    "Bamboo",
    "Marble",
    "Cotton",
    "Steel",
]
_THINGS = [
    "desk lamp",
    "serving tray",
    "wall clock",
    "key holder",
    "fruit bowl",
    "book stand",
    "plant pot",
    "door mat",
    "picture frame",
    "bread box",
    "candle holder",
    "pen cup",
    "coaster set",
    "coat hook",
    "storage box",
    "side table",
    "floor cushion",
    "bath shelf",
    "garden stool",
    "towel rail",
    "spice rack",
    "letter tray",
    "mirror",
    "paper basket",
    "phone stand",
]


def item_name(number: int, catalogue: Catalogue = Catalogue.SELLER) -> str:
    """The name of the nth item, from 1. The first 300 differ; later ones carry an edition word."""
    names = _names(catalogue)
    if number <= len(names):
        return names[number - 1]
    round_number, index = divmod(number - 1, len(names))
    return f"{names[index]}, edition {round_number + 1}"


def attributes(number: int, catalogue: Catalogue = Catalogue.SELLER) -> dict[str, str | int | bool]:
    """What is known of the nth item, from 1, by the names in ATTRIBUTES; later editions are like the first.

    ``price_minor`` is in the smallest coin; ``hostile``, the kind of its name, is known of hostile goods alone.
    """
    known = goods(catalogue)
    round_number, index = divmod(number - 1, len(known))
    item = known[index]
    return {
        "category": item["category"],
        "currency": item["currency"],
        "has_image": item["image"] is not None,
        "locale": item["locale"],
        "name": item_name(number, catalogue),
        "price_minor": int(item["price"].replace(".", "")),
        "published": item["published"],
        "sku": item["sku"] if round_number == 0 else f"{item['sku']}-{round_number + 1}",
        **{name: item[name] for name in ("hostile",) if name in item},
    }


@cache
def goods(catalogue: Catalogue) -> tuple[dict[str, Any], ...]:
    """The goods of a catalogue's file: sku, name, price, currency, category, image, locale, published."""
    text = resources.data(f"fixtures/catalogue/{SOURCES[catalogue]}.json").read_text(encoding="utf-8")
    document = json.loads(text)
    common = {key: value for key, value in document.items() if key != "items"}
    return tuple({**common, **item} for item in document["items"])


@cache
def _names(catalogue: Catalogue) -> tuple[str, ...]:
    if catalogue is not Catalogue.SELLER:
        return tuple(str(item["name"]) for item in goods(catalogue))
    pairs = range(len(_MATERIALS) * len(_THINGS))
    return tuple(f"{_MATERIALS[index % len(_MATERIALS)]} {_THINGS[index % len(_THINGS)]}" for index in pairs)
