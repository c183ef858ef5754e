"""The catalogues, the same bytes every time: ``python -m harness.wire.reference.make_catalogue [FOLDER]``.

They are made once and kept, so that what a world says of its goods depends on no version of Faker.
"""

import json
import sys
from pathlib import Path
from typing import Any

from faker import Faker

from harness.model.goods import SOURCES, item_name
from harness.scenario.world import Catalogue
from harness.wire.reference import hostile_goods, world_goods
from harness.wire.reference.world_goods import image

FOLDER = Path("fixtures/catalogue")
SEED = 20260105
GOODS = 300
UNPUBLISHED = 200
CATEGORIES = {
    "Kitchen": ("tray", "bowl", "bread box", "coaster set", "spice rack"),
    "Office": ("desk lamp", "book stand", "pen cup", "letter tray", "paper basket", "phone stand"),
    "Garden": ("plant pot", "garden stool"),
    "Bath": ("bath shelf", "towel rail", "mirror"),
    "Hall": ("key holder", "door mat", "coat hook"),
}
OTHER_CATEGORY = "Living room"


def category(name: str) -> str:
    """The category of goods by that name."""
    found = (title for title, things in CATEGORIES.items() if any(thing in name for thing in things))
    return next(found, OTHER_CATEGORY)


def catalogue(which: Catalogue = Catalogue.SELLER) -> dict[str, Any]:
    """The whole catalogue. The first 200 goods, which a publish job takes in turn, are not on the marketplace yet."""
    match which:
        case Catalogue.SELLER:
            return {"currency": "EUR", "locale": "en_US", "items": _seller()}
        case Catalogue.WORLD:
            return {"items": world_goods.make(SEED, GOODS, UNPUBLISHED)}
        case Catalogue.HOSTILE:
            return {"items": hostile_goods.make(SEED, GOODS, UNPUBLISHED, item_name)}


def text(which: Catalogue = Catalogue.SELLER) -> str:
    """The catalogue as its file holds it: one item a line. What is hostile is escaped, so that no editor suffers."""
    made = catalogue(which)
    escaped = which is not Catalogue.WORLD
    items = ",\n".join(f"    {json.dumps(item, ensure_ascii=escaped)}" for item in made.pop("items"))
    common = "".join(f"  {json.dumps(key)}: {json.dumps(value)},\n" for key, value in made.items())
    return f'{{\n{common}  "items": [\n{items}\n  ]\n}}\n'


def _seller() -> list[dict[str, Any]]:
    faker = Faker("en_US")
    faker.seed_instance(SEED)
    return [_item(faker, number) for number in range(1, GOODS + 1)]


def _item(faker: Faker, number: int) -> dict[str, Any]:
    name = item_name(number)
    group = category(name)
    cents = faker.random_int(min=790, max=24_900, step=10)
    sku = f"{group[:2].upper()}-{faker.unique.numerify('#####')}"
    return {
        "sku": sku,
        "name": name,
        "price": f"{cents // 100}.{cents % 100:02d}",
        "category": group,
        "image": image(sku, number),
        "published": number > UNPUBLISHED,
    }


def main(arguments: list[str]) -> None:
    """Write the catalogues into the folder that is named, or into that of the checkout."""
    folder = Path(arguments[0]) if arguments else FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    for which, name in SOURCES.items():
        (folder / f"{name}.json").write_text(text(which), encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
