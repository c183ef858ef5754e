"""What starts a target's own back end is read from the file that the target names."""

from pathlib import Path

import pytest

from harness.core.errors import UsageError
from harness.serve.feed import load_feed
from harness.targets.load import parse
from harness.targets.target import Target

FED = "id: mine\ntitle: Mine\nfeed: feed.py\n"


def a_target(folder: Path, text: str, feed: str = "") -> Target:
    (folder / "feed.py").write_text(feed, encoding="utf-8")
    return parse(text, folder / "target.yaml")


def test_a_target_without_one_has_none(tmp_path: Path) -> None:
    assert load_feed(a_target(tmp_path, "id: mine\ntitle: Mine\nurl: http://127.0.0.1:1\n")) is None


def test_it_is_the_function_of_the_file(tmp_path: Path) -> None:
    feed = load_feed(a_target(tmp_path, FED, "def feed():\n    return 'started'\n"))
    assert feed is not None
    assert feed() == "started"  # type: ignore[comparison-overlap]


def test_a_file_without_it_is_a_mistake(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"has no function feed\(\); define it and return an async context manager"):
        load_feed(a_target(tmp_path, FED))
