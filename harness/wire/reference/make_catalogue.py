"""The seller's catalogue, the same bytes every time: ``python -m harness.wire.reference.make_catalogue [FILE]``."""

import json
import sys
from pathlib import Path
from typing import Any

from faker import Faker

from harness.model.goods import item_name

FILE = Path("fixtures/catalogue/en.json")
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


def catalogue() -> dict[str, Any]:
    """The whole catalogue. The first 200 goods, which a publish job takes in turn, are not on the marketplace yet."""
    faker = Faker("en_US")
    faker.seed_instance(SEED)
    return {"currency": "EUR", "items": [_item(faker, number) for number in range(1, GOODS + 1)]}


def text() -> str:
    """The catalogue as the file holds it: one item a line."""
    made = catalogue()
    items = ",\n".join(f"    {json.dumps(item)}" for item in made["items"])
    return f'{{\n  "currency": {json.dumps(made["currency"])},\n  "items": [\n{items}\n  ]\n}}\n'


def _item(faker: Faker, number: int) -> dict[str, Any]:
    name = item_name(number)
    group = category(name)
    cents = faker.random_int(min=790, max=24_900, step=10)
    return {
        "sku": f"{group[:2].upper()}-{faker.unique.numerify('#####')}",
        "name": name,
        "price": f"{cents // 100}.{cents % 100:02d}",
        "category": group,
        "published": number > UNPUBLISHED,
    }


def main(arguments: list[str]) -> None:
    """Write the file that is named, or the one of the checkout."""
    path = Path(arguments[0]) if arguments else FILE
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text(), encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
