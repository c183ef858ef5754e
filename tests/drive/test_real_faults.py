"""What a page experiences in real time, over a real server and a real proxy: as on virtual time, a little later."""

import asyncio
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from harness.drive.drive import Driven, drive_real
from harness.drive.plan import Plan
from harness.trace.records import Message, Request
from tests.drive.stage import SHELL, WRITTEN, Played, ScriptedWire, Stage, situation, target
from tests.drive.test_virtual_faults import LISTEN, noted, server

pytestmark = [pytest.mark.browser, pytest.mark.proxy]

AT_MS = 3_500
LATE_MS = 400
FAULTS: dict[str, dict[str, Any]] = {
    "reset": {},
    "refused": {"for": "5s"},
    "trickle": {"for": "5s", "bytes": 16, "every": "200ms"},
    "buffered": {"for": "5s", "every": "2500ms"},
    "replayed": {"for": "2s"},
    "reordered": {"for": "2s"},
    "gap": {"for": "3s"},
    "server_restart": {},
}
JOURNEY = ({"at": "0s", "do": "background"}, {"at": "0s", "do": "foreground"})
Plays = dict[str, Played]


@pytest.fixture(scope="module")
def plays(stage: Stage, tmp_path_factory: pytest.TempPathFactory) -> Plays:
    """Every fault, all at the same time, each over its own link."""

    async def play(kind: str, folder: Path) -> Played:
        (folder / "files").mkdir()
        (folder / "page.html").write_text(SHELL.format(script=SAY + LISTEN), encoding="utf-8")
        scene = situation("12s", JOURNEY, {"faults": [{"kind": kind, "at": f"{AT_MS}ms", **FAULTS[kind]}]})
        wire = ScriptedWire(server)
        plan = Plan(scenario=scene, target=target(folder), wire=wire, seed=1, written=WRITTEN)
        driven: Driven = await drive_real(plan, await stage.keeper.lab(), await stage.keeper.rig())
        return Played(driven, wire)

    async def all_of_them() -> Plays:
        await stage.keeper.lab()
        await stage.keeper.rig()
        played = await asyncio.gather(*(play(kind, tmp_path_factory.mktemp(kind)) for kind in FAULTS))
        return dict(zip(FAULTS, played, strict=True))

    return stage.run(all_of_them())  # type: ignore[no-any-return]


SAY = "const say = (text) => { document.getElementById('said').textContent = text; };\n"


def near(played: Played, expected: list[str], from_ms: int = 3_000, until_ms: int = 9_400) -> None:
    """The page noted that from one moment to another, each a little later than it would on virtual time."""
    found = [word.split("@") for word in noted(played, from_ms, until_ms + LATE_MS)]
    wanted = [word.split("@") for word in expected]
    assert [word for word, _ in found[: len(wanted)]] == [word for word, _ in wanted]
    late = [int(at) - int(due) for (_, at), (_, due) in zip(found, wanted, strict=False)]
    assert all(-20 <= one <= LATE_MS for one in late), list(zip(found, late, strict=False))


def messages(played: Played) -> Iterator[tuple[int, float | None]]:
    """(second in which it was sent, how long it took in seconds) of each message."""
    for record in played.driven.records:
        if isinstance(record, Message):
            taken = None if record.delivered_ms is None else round((record.delivered_ms - record.sent_ms) / 1_000)
            yield round(record.sent_ms / 1_000), taken


def struck(played: Played) -> list[str | None]:
    return [one.fault for one in played.driven.records if isinstance(one, Request)]


def test_a_reset(plays: Plays) -> None:
    near(plays["reset"], ["#3000@3000", "error@3600", "open@5600", "#6000@6000", "#7000@7000"])
    assert struck(plays["reset"])[0] == "reset"


def test_refused(plays: Plays) -> None:
    near(plays["refused"], ["#3000@3000", "error@3500", "error@5500", "error@7500", "open@9500"])
    assert struck(plays["refused"])[:3] == ["refused"] * 3


def test_trickle(plays: Plays) -> None:
    # 26 bytes and the six of the chunk are two pieces
    near(plays["trickle"], ["#3000@3000", "#4000@4200", "#5000@5200", "#6000@6200"])
    assert struck(plays["trickle"]) == [None]


def test_buffered(plays: Plays) -> None:
    bursts = ["#4000@6000", "#5000@6000", "#6000@8500", "#7000@8500", "#8000@8500", "#9000@9000"]
    near(plays["buffered"], ["#3000@3000", *bursts])
    assert [one for one in messages(plays["buffered"]) if one[0] in (4, 5)] == [(4, 2), (5, 1)]


def test_replayed(plays: Plays) -> None:
    near(plays["replayed"], ["#3000@3000", "#4000@4000", "#4000@4000", "#5000@5000", "#5000@5000", "#6000@6000"])


def test_reordered(plays: Plays) -> None:
    near(plays["reordered"], ["#3000@3000", "#5000@5000", "#4000@5000", "#6000@6000"])


def test_gap(plays: Plays) -> None:
    near(plays["gap"], ["#3000@3000", "#7000@7000"])
    assert [second for second, taken in messages(plays["gap"]) if taken is None] == [4, 5, 6]
    assert struck(plays["gap"]) == [None]


def test_server_restart(plays: Plays) -> None:
    near(plays["server_restart"], ["#3000@3000", "error@3500", "open@5500", "#6000@6000"])
    assert struck(plays["server_restart"]) == [None, None]
