"""The catalogue in the repository is the one that the generator makes, and fits what the model publishes."""

import json
from pathlib import Path

from harness.core import resources
from harness.model.goods import item_name
from harness.wire.reference.make_catalogue import catalogue, main, text


def test_the_file_is_fresh() -> None:
    assert resources.data("fixtures/catalogue/en.json").read_text(encoding="utf-8") == text(), (
        "run `python -m harness.wire.reference.make_catalogue`"
    )


def test_the_file_that_is_named_is_written(tmp_path: Path) -> None:
    main([str(tmp_path / "new" / "en.json")])
    assert json.loads((tmp_path / "new" / "en.json").read_text(encoding="utf-8")) == catalogue()


def test_the_goods_are_plausible() -> None:
    items = catalogue()["items"]
    assert [item["name"] for item in items] == [item_name(number) for number in range(1, 301)]
    assert len({item["sku"] for item in items}) == 300
    assert all(7 < float(item["price"]) < 250 for item in items)
    assert len({item["category"] for item in items}) == 6
    assert [item["published"] for item in items] == [False] * 200 + [True] * 100
