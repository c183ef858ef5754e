"""A page is used again from trial to trial, or made anew for each; a closed tab is gone."""

import asyncio
from pathlib import Path

import pytest

from harness.drive.assets import Assets
from harness.drive.keeper import Keeper
from harness.drive.virtual_tabs import ORIGIN
from tests.drive.stage import target

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("reuse", [True, False])
def test_the_page_is_used_again_only_where_it_may_be(tmp_path: Path, reuse: bool) -> None:
    (tmp_path / "page.html").write_text("<p>hello", encoding="utf-8")
    assets = Assets(target(tmp_path))

    async def play() -> tuple[bool, bool, str]:
        async with Keeper(reuse=reuse) as keeper:
            lab = await keeper.lab()
            await lab.prepare(assets, ORIGIN)
            first = await lab.first_tab(fresh=True)
            same = await lab.first_tab(fresh=False)
            await lab.prepare(assets, ORIGIN)
            second = await lab.first_tab(fresh=True)
            url = second.page.url
            await lab.close_tab(second)
            third = await lab.first_tab(fresh=False)
            assert third is not second
            return first is same, first is second, url

    assert asyncio.run(play()) == (True, reuse, "about:blank")
