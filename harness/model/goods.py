"""The seller's goods: a stable name for the nth item, so that the catalogue and the truth speak of the same things."""

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


def item_name(number: int) -> str:
    """The name of the nth item, from 1. The first 300 differ; later ones carry an edition word."""
    round_number, index = divmod(number - 1, len(_MATERIALS) * len(_THINGS))
    name = f"{_MATERIALS[index % len(_MATERIALS)]} {_THINGS[index % len(_THINGS)]}"
    return name if round_number == 0 else f"{name}, edition {round_number + 1}"
