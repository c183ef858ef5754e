"""Which goods the seller has: their names, prices and pictures."""

from enum import StrEnum

ATTRIBUTES = ("category", "currency", "has_image", "hostile", "locale", "name", "price_minor", "published", "sku")
"""What can be known of an item; ``hostile`` only in the catalogue of that name."""


class Catalogue(StrEnum):
    """``seller``: plain English ones. ``world``: many languages and currencies. ``hostile``: names that break pages."""

    SELLER = "seller"
    WORLD = "world"
    HOSTILE = "hostile"
