"""Goods that break pages: each kind of hostile text, as a name around a plain one, so that all names differ.

A page has to show every one of them as text, whole or visibly cut, without harm to what stands beside it.
"""

from collections.abc import Callable
from typing import Any

from faker import Faker

from harness.wire.reference.world_goods import image, price

Name = Callable[[str], str]
ACUTE, RING, BELOW = "\u0301", "\u030a", "\u0324"

NAMES: dict[str, Name] = {
    "long": lambda name: " ".join([name, *["with a very long description of what else belongs to it"] * 6]),
    "long-without-a-space": lambda name: name.replace(" ", "-") + "-" + "extraordinarilylong" * 12,
    "right-to-left": lambda name: f"طقم أكواب ({name}) 3 × 250 مل",
    "right-to-left-override": lambda name: f"{name} \u202egnp.eciovni\u202c",
    "right-to-left-never-closed": lambda name: f"{name} \u202e\u2067 שולחן",
    "digits-beside-arabic": lambda name: f"12 مصباح 34-56 {name} 7%",
    "emoji": lambda name: f"👩🏽‍🚀👨‍👩‍👧‍👦🏳️‍🌈🇯🇵 {name} 🧑🏿‍🦱",
    "emoji-alone": lambda name: "".join("🪑🪞"[ord(letter) % 2] for letter in name),
    "bold-markup": lambda name: f"<b>{name}</b>",
    "script-markup": lambda name: f"<script>alert('{name}')</script>",
    "image-markup": lambda name: f'"><img src=x onerror="document.title=1"> {name}',
    "closing-markup": lambda name: f"</td></tr></table></main><!-- {name}",
    "entities": lambda name: f"&lt;{name}&gt; &amp;amp; &#x200B; &nbsp;",
    "template-braces": lambda name: f"{{{{ 7 * 7 }}}} ${{7 * 7}} {{ $count }} {name}",
    "format-signs": lambda name: f"%s %d %n {name} %00 \\u0041 \\n",
    "formula": lambda name: f'=HYPERLINK("https://goods.example/{len(name)}","{name}")',
    "formula-plus": lambda name: f"+1+1 {name}",
    "formula-minus": lambda name: f"-2+3 {name}",
    "formula-at": lambda name: f"@SUM(1,2) {name}",
    "formula-after-a-tab": lambda name: f"\t=1+1 {name}",
    "query": lambda name: f"{name}'; DROP TABLE goods; --",
    "path": lambda name: f"../../{name}/../C:\\goods\\",
    "quotes": lambda name: f"\"{name}\" 'and' “more” «quotes» `of` them\\",
    "zero-width": "\u200b".join,
    "zero-width-alone": lambda name: "".join("\u200b\u2060\ufeff"[ord(letter) % 3] for letter in name),
    "word-joiners": lambda name: "\u2060".join(f"{name} cannot be broken anywhere at all".replace(" ", "\u00a0")),
    "soft-hyphens": "\u00ad".join,
    "combining-marks": lambda name: "".join(letter + (ACUTE + RING + BELOW) * 8 for letter in name),
    "not-composed": lambda name: f"Cafe{ACUTE} a{RING}u {name}",
    "composed": lambda name: f"Caf\u00e9 \u00e5u {name}",
    "look-alikes": lambda name: f"{name} \u0440\u0430y\u0440\u0430l",
    "full-width": lambda name: "".join(chr(ord(letter) + 0xFEE0) if letter > " " else letter for letter in name),
    "wide-signs": lambda name: f"\ufdfd\u2e3b\U00012031 {name}",
    "other-letters": lambda name: "".join(
        chr(0x1D400 + ord(letter) - ord("A")) if letter.isupper() else letter for letter in name
    ),
    "space-around": lambda name: f"   {name}   x   ",
    "line-break": lambda name: f"{name}\r\nsecond line\u2028third line",
    "control-signs": lambda name: f"{name}\u0007\u001b[31m red \u007f",
    "not-a-value": lambda name: f"null undefined NaN {name}",
    "no-space-at-all": lambda name: f"โต๊ะวางของทำจากไม้สักทองแท้จากภาคเหนือของประเทศไทยขนาดใหญ่พิเศษ{len(name)}{name[:3]}",
    "plain": lambda name: name,
}
IMAGES = (
    "javascript:alert(1)",
    "data:text/html,<b>no picture</b>",
    "//goods.example/tracker.gif",
    "/images/../../secret.jpg",
    "/images/goods/" + "x" * 2_000 + ".jpg",
)
CURRENCIES = (("EUR", 2), ("JPY", 0), ("KWD", 3), ("SAR", 2))


def make(seed: int, count: int, unpublished: int, plain: Callable[[int], str]) -> list[dict[str, Any]]:
    """So many goods, one kind of hostile name after the other around the plain name of the same number."""
    faker = Faker("en_US")
    faker.seed_instance(seed)
    return [_item(faker, number, unpublished, plain(number)) for number in range(1, count + 1)]


def _item(faker: Faker, number: int, unpublished: int, plain: str) -> dict[str, Any]:
    kinds = list(NAMES)
    kind = kinds[(number - 1) % len(kinds)]
    currency, digits = CURRENCIES[number % len(CURRENCIES)]
    sku = f"HO-{faker.unique.numerify('#####')}"
    return {
        "sku": sku,
        "name": NAMES[kind](plain),
        "price": price(faker, digits),
        "currency": currency,
        "category": "<i>Odds</i> & ends" if number % 10 == 0 else "Odds and ends",
        "image": IMAGES[number % len(IMAGES)] if number % 3 == 0 else image(sku, number),
        "locale": "en_US",
        "published": number > unpublished,
        "hostile": kind,
    }
