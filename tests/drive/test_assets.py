"""The target's files, and how long the network takes to bring them."""

import asyncio
from pathlib import Path
from typing import Any, cast

import pytest
from playwright.async_api import Route

from harness.drive.assets import REPORT_ONLY, Assets
from harness.network.faults import Trickle
from harness.network.profile import Profile
from harness.scenario.written import Written
from harness.targets.file import TargetFile
from harness.targets.target import Target

# a byte a millisecond
SLOW = Profile(id="slow", title="Slow", rtt_ms=100, down_bps=8_000, up_bps=8_000, source="a test")


class Asked:
    """A request as Playwright would hand it over, and what became of it."""

    def __init__(self, path: str, *, document: bool = False) -> None:
        self.request = self
        self.url = f"http://app.localhost{path}"
        self.resource_type = "document" if document else "script"
        self._document = document
        self.answer: dict[str, Any] = {}

    def is_navigation_request(self) -> bool:
        """Whether it is for a page."""
        return self._document

    async def fulfill(self, **answer: Any) -> None:
        """Keep the answer."""
        self.answer = answer


@pytest.fixture
def assets(tmp_path: Path) -> Assets:
    (tmp_path / "index.html").write_bytes(b"p" * 1_000)
    (tmp_path / "main.js").write_bytes(b"j" * 500)
    told = TargetFile.model_validate({"id": "mine", "title": "Mine", "serve": {"/": "."}, "spa": True})
    return Assets(Target(told=told, folder=tmp_path, written=Written(path=tmp_path / "target.yaml")))


def asked(assets: Assets, path: str, *, document: bool = False) -> dict[str, Any]:
    request = Asked(path, document=document)
    asyncio.run(assets.handle(cast(Route, request)))
    return request.answer


def test_a_file_is_served_with_its_type_whatever_its_query(assets: Assets) -> None:
    answer = asked(assets, "/main.js?v=2")
    assert answer == {
        "status": 200,
        "body": b"j" * 500,
        "headers": {"content-type": "text/javascript; charset=utf-8"},
    }


def test_every_document_of_a_single_page_is_that_page(assets: Assets) -> None:
    answer = asked(assets, "/jobs/publish", document=True)
    assert answer["body"] == b"p" * 1_000
    assert "img-src" in answer["headers"][REPORT_ONLY]


def test_what_is_missing_is_404_and_noted(assets: Assets) -> None:
    assert asked(assets, "/none.js")["status"] == 404
    assert (assets.missing, assets.loading) == (["/none.js"], [])


def test_a_load_takes_a_connection_the_page_and_what_it_names(assets: Assets) -> None:
    asked(assets, "/", document=True)
    asked(assets, "/main.js")
    assert assets.load_ms(SLOW) == 3 * 100 + 1_000 + 500


def test_the_next_load_has_the_files_at_hand_but_not_the_page(assets: Assets) -> None:
    for _ in range(2):
        asked(assets, "/", document=True)
        asked(assets, "/main.js")
        taken_ms = assets.load_ms(SLOW)
    assert taken_ms == 2 * 100 + 1_000


def test_each_file_trickles_over_a_connection_of_its_own(assets: Assets, tmp_path: Path) -> None:
    (tmp_path / "more.js").write_bytes(b"m" * 300)
    trickle = Trickle(at_ms=0, end_ms=60_000, bytes=100, every_ms=10)
    asked(assets, "/", document=True)
    asked(assets, "/main.js")
    asked(assets, "/more.js")
    assert assets.load_ms(SLOW, trickle) == 3 * 100 + 1_800 + 90 + 40
    asked(assets, "/main.js")
    assert assets.load_ms(SLOW, trickle) == 2 * 100
