"""A tab runs segments in the page, and leaves nothing behind."""

from typing import Any

import pytest

from harness.core.errors import HarnessTrouble
from tests.drive.stage import Stage
from tests.drive.tabs import ORIGIN, opened, segment

pytestmark = pytest.mark.browser


def run(stage: Stage, script: str, until_ms: int = 6_000) -> dict[str, Any]:
    async def play() -> dict[str, Any]:
        tab = await opened(stage, f"<script>{script}</script>")
        try:
            return await tab.run(segment(until_ms))
        finally:
            await tab.page.context.close()

    told: dict[str, Any] = stage.run(play())
    return told


def test_a_document_begins_where_it_was_last_told_and_runs_to_the_segments_end(stage: Stage) -> None:
    assert run(stage, "document.title = Date.now()")["now_ms"] == 6_000
    records = run(stage, "document.title = Date.now()")["records"]
    assert "5000" in {record.get("title") for record in records}


def test_a_page_that_never_rests_is_trouble(stage: Stage) -> None:
    endless = (
        "const c = new MessageChannel(); c.port1.onmessage = () => c.port2.postMessage(0); c.port2.postMessage(0);"
    )
    with pytest.raises(HarnessTrouble, match="without letting time pass"):
        run(stage, endless)


def test_wiping_leaves_no_storage_no_cookie_and_no_document(stage: Stage) -> None:
    async def play() -> tuple[str, int, int]:
        tab = await opened(stage, "<script>localStorage.a = 1; document.cookie = 'b=2';</script>")
        await tab.wipe(ORIGIN)
        blank = tab.page.url
        cookies = len(await tab.page.context.cookies())
        await tab.page.context.unroute("**/*")
        await tab.page.context.route("**/*", lambda route: route.fulfill(body="<p>", content_type="text/html"))
        await tab.open(ORIGIN + "/")
        left = int(await tab.page.evaluate("localStorage.length"))
        await tab.page.context.close()
        return blank, cookies, left

    assert stage.run(play()) == ("about:blank", 0, 0)


def test_a_picture_shows_what_can_be_seen_now(stage: Stage) -> None:
    async def play() -> list[bytes]:
        tab = await opened(stage, "<p>hello")
        pictures = [await tab.picture(), await tab.picture()]
        await tab.page.evaluate("document.body.textContent = 'good-bye'")
        pictures.append(await tab.picture())
        await tab.page.context.close()
        return pictures

    first, again, other = stage.run(play())
    assert first[:4] + first[8:12] == b"RIFFWEBP"
    assert first == again != other
