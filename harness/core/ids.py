"""Ids: kebab-case words for what a file names, numbered ones for what the model makes."""

import re
from collections.abc import Container

KEBAB = r"[a-z0-9]+(-[a-z0-9]+)*"


def is_kebab(text: str) -> bool:
    """Whether the text is kebab-case: ``reload-mid-publish``."""
    return re.fullmatch(KEBAB, text) is not None


def to_kebab(text: str) -> str:
    """The nearest kebab-case form of the text, to offer as the way out."""
    return re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-") or "some-id"


def item_id(number: int) -> str:
    """The id of the nth item of a job, from 1: ``item-001``."""
    return f"item-{number:03d}"


def item_number(id: str) -> int:
    """The number in the id of an item."""
    return int(id.removeprefix("item-"))


def is_item_id(text: str) -> bool:
    """Whether the text is the id of an item, as ``item_id`` writes it."""
    return re.fullmatch(r"item-(\d{3}|[1-9]\d{3,})", text) is not None and text != "item-000"


def free_id(wanted: str, taken: Container[str]) -> str:
    """The wanted id, or with the first number that is free: ``publish``, ``publish-2``, ``publish-3``."""
    if wanted not in taken:
        return wanted
    number = 2
    while f"{wanted}-{number}" in taken:
        number += 1
    return f"{wanted}-{number}"
