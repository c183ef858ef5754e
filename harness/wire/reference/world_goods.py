"""Goods of many languages and currencies: what things are called is told here; Faker gives maker, model and price."""

from dataclasses import dataclass
from typing import Any

from faker import Faker

WITHOUT_IMAGE = 17
"""Every so many goods one has no picture."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Market:
    """One language with its currency: ``things`` by category, and how many digits stand after the point of a price."""

    locale: str
    currency: str
    digits: int = 2
    things: dict[str, tuple[str, ...]]


MARKETS = (
    Market(
        locale="de_DE",
        currency="EUR",
        things={
            "Kitchen": ("Obstschale", "Brotkasten", "Gewürzregal mit Schieferablage"),
            "Office": ("Schreibtischleuchte", "Zettelkästchen"),
            "Garden": ("Blumentopfuntersetzer", "Gießkanne"),
            "Hall": ("Fußmatte", "Schlüsselbrett"),
        },
    ),
    Market(
        locale="fr_FR",
        currency="EUR",
        things={
            "Kitchen": ("Corbeille à fruits", "Boîte à pain", "Étagère à épices"),
            "Office": ("Lampe d’architecte", "Pot à crayons"),
            "Bath": ("Porte-serviettes", "Miroir où l’on se voit de près"),
        },
    ),
    Market(
        locale="ja_JP",
        currency="JPY",
        digits=0,
        things={
            "Kitchen": ("漆塗りのお盆", "スパイスラック", "木のボウル"),
            "Office": ("デスクライト", "ペン立て"),
            "Living room": ("掛け時計", "床用クッション"),
        },
    ),
    Market(
        locale="ar_SA",
        currency="SAR",
        things={
            "Kitchen": ("صينية تقديم", "صندوق خبز", "رف توابل"),
            "Office": ("مصباح مكتب", "حامل أقلام"),
            "Hall": ("ممسحة أرجل", "علاقة معاطف"),
        },
    ),
    Market(
        locale="pt_BR",
        currency="BRL",
        things={
            "Kitchen": ("Fruteira", "Porta-pão", "Prateleira de temperos"),
            "Bath": ("Toalheiro", "Espelho de mão"),
            "Garden": ("Vaso de plantas", "Banquinho de jardim"),
        },
    ),
    Market(
        locale="he_IL",
        currency="ILS",
        things={
            "Kitchen": ("קערת פירות", "מגש הגשה"),
            "Office": ("מנורת שולחן", "מעמד לטלפון"),
            "Living room": ("שעון קיר",),
        },
    ),
    Market(
        locale="zh_CN",
        currency="CNY",
        things={
            "Kitchen": ("托盘", "面包盒", "调料架"),
            "Office": ("台灯", "笔筒"),
            "Living room": ("挂钟", "坐垫"),
        },
    ),
    Market(
        locale="hi_IN",
        currency="INR",
        things={
            "Kitchen": ("परोसने की थाली", "मसाले का डिब्बा"),
            "Office": ("मेज़ का दीपक", "कलमदान"),
            "Garden": ("गमला",),
        },
    ),
    Market(
        locale="th_TH",
        currency="THB",
        things={
            "Kitchen": ("ถาดเสิร์ฟอาหาร", "ชามผลไม้"),
            "Living room": ("นาฬิกาแขวนผนัง", "เบาะรองนั่ง"),
        },
    ),
    Market(
        locale="en_US",
        currency="USD",
        things={
            "Kitchen": ("Serving tray", "Fruit bowl"),
            "Office": ("Desk lamp", "Pen cup"),
            "Bath": ("Towel rail", "Bath shelf"),
        },
    ),
)


def make(seed: int, count: int, unpublished: int) -> list[dict[str, Any]]:
    """So many goods, one market after the other, all with names and numbers of their own."""
    fakers = {market.locale: Faker(market.locale) for market in MARKETS}
    for place, market in enumerate(MARKETS):
        fakers[market.locale].seed_instance(seed + place)
    turns = [MARKETS[number % len(MARKETS)] for number in range(count)]
    return [_item(fakers[market.locale], market, number, unpublished) for number, market in enumerate(turns, start=1)]


def _item(faker: Faker, market: Market, number: int, unpublished: int) -> dict[str, Any]:
    category = faker.random_element(sorted(market.things))
    thing = faker.random_element(market.things[category])
    sku = f"{market.locale[-2:]}-{faker.unique.numerify('#####')}"
    return {
        "sku": sku,
        "name": f"{thing} {faker.last_name()} {faker.unique.numerify('%##')}",
        "price": price(faker, market.digits),
        "currency": market.currency,
        "category": category,
        "image": image(sku, number),
        "locale": market.locale,
        "published": number > unpublished,
    }


def price(faker: Faker, digits: int) -> str:
    """A price with as many digits after the point as the currency has."""
    whole, rest = divmod(faker.random_int(min=790, max=24_900, step=10), 10**digits)
    return f"{whole}.{rest:0{digits}d}" if digits else str(whole)


def image(sku: str, number: int) -> str | None:
    """Where the picture of the nth goods is; some have none."""
    return None if number % WITHOUT_IMAGE == 0 else f"/images/goods/{sku}.jpg"
