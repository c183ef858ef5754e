"""The catalogues in the repository are those that the generator makes, and fit what the model publishes."""

import json
import re
import unicodedata
from pathlib import Path

import pytest

from harness.core import resources
from harness.model.goods import SOURCES, item_name
from harness.scenario.world import Catalogue
from harness.wire.reference import hostile_goods, world_goods
from harness.wire.reference.make_catalogue import catalogue, main, text


@pytest.mark.parametrize("which", Catalogue)
def test_the_file_is_fresh(which: Catalogue) -> None:
    path = resources.data(f"fixtures/catalogue/{SOURCES[which]}.json")
    assert path.read_text(encoding="utf-8") == text(which), "run `python -m harness.wire.reference.make_catalogue`"


def test_the_folder_that_is_named_is_filled(tmp_path: Path) -> None:
    main([str(tmp_path / "new")])
    for which, name in SOURCES.items():
        assert json.loads((tmp_path / "new" / f"{name}.json").read_text(encoding="utf-8")) == catalogue(which)


def test_the_goods_are_plausible() -> None:
    items = catalogue()["items"]
    assert [item["name"] for item in items] == [item_name(number) for number in range(1, 301)]
    assert len({item["sku"] for item in items}) == 300
    assert all(7 < float(item["price"]) < 250 for item in items)
    assert len({item["category"] for item in items}) == 6
    assert [item["published"] for item in items] == [False] * 200 + [True] * 100


def test_the_goods_of_the_world_speak_its_languages() -> None:
    items = catalogue(Catalogue.WORLD)["items"]
    assert {item["locale"] for item in items} >= {"en_US", "de_DE", "fr_FR", "ja_JP", "ar_SA", "pt_BR"}
    assert {item["currency"] for item in items} == {market.currency for market in world_goods.MARKETS}
    assert all(("." in item["price"]) == (item["currency"] != "JPY") for item in items)
    assert all("ARABIC" in scripts(item["name"]) for item in items if item["locale"] == "ar_SA")
    assert sum(item["image"] is None for item in items) == 300 // world_goods.WITHOUT_IMAGE


def test_every_kind_of_hostile_name_is_there_and_is_what_it_says() -> None:
    by_kind = {item["hostile"]: item["name"] for item in catalogue(Catalogue.HOSTILE)["items"]}
    assert set(by_kind) == set(hostile_goods.NAMES)
    assert len(by_kind["long"]) > 300
    assert re.fullmatch(r"\S{200,}", by_kind["long-without-a-space"])
    assert {"ARABIC"} <= scripts(by_kind["right-to-left"])
    assert "\u202e" in by_kind["right-to-left-override"]
    assert "\u200d" in by_kind["emoji"]
    assert "<script>" in by_kind["script-markup"]
    assert by_kind["formula"].startswith("=")
    assert set(by_kind["zero-width-alone"]) <= set("\u200b\u2060\ufeff")
    assert sum(unicodedata.combining(letter) > 0 for letter in by_kind["combining-marks"]) > 200
    assert unicodedata.normalize("NFC", by_kind["not-composed"]) != by_kind["not-composed"]


def test_the_first_goods_of_a_publish_show_every_kind_of_hostile_name() -> None:
    kinds = [item["hostile"] for item in catalogue(Catalogue.HOSTILE)["items"]]
    assert len(hostile_goods.NAMES) >= 30
    assert set(kinds[: len(hostile_goods.NAMES)]) == set(hostile_goods.NAMES)


def scripts(name: str) -> set[str]:
    return {unicodedata.name(letter, "?").partition(" ")[0] for letter in name}
