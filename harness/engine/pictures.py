"""Pictures of the moments that matter, from a second drive of the same trial that must come out the same."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from harness.core.errors import HarnessTrouble
from harness.core.files import write_whole
from harness.drive.drive import drive
from harness.drive.lab import Lab
from harness.drive.tabs import Tabs
from harness.drive.virtual_tab import VirtualTab
from harness.engine.collect import collect
from harness.engine.prepare import Prepared
from harness.engine.wanted import Wanted
from harness.trace.result import Picture
from harness.trace.trial import Trial

MOST_BYTES = 1_000_000
"""The pictures of one trial, equal ones counted once."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Shot:
    """What a tab looked like."""

    tab: int
    image: bytes

    @property
    def name(self) -> str:
        """Equal pictures have one name, and so one file."""
        return f"{hashlib.sha256(self.image).hexdigest()[:16]}.webp"


async def take(prepared: Prepared, lab: Lab, trial: Trial, moments: Sequence[Wanted], folder: Path) -> list[Picture]:
    """Drive the trial again and take a picture at each moment. Raises HarnessTrouble if it comes out otherwise."""
    shots: dict[int, list[Shot]] = {}
    stops = tuple(sorted({one.at_ms for one in moments}))

    async def watch(now_ms: int, tabs: Tabs[VirtualTab]) -> None:
        if now_ms in stops and now_ms not in shots:
            seen = [one for one in tabs.all() if not one.hidden]
            shots[now_ms] = [Shot(tab=one.number, image=await one.tab.picture()) for one in seen]

    again = collect(prepared, await drive(prepared.plan, lab, watch, stops), trial.header.browser)
    if again.screen_hash != trial.screen_hash:
        raise HarnessTrouble(f"trial {prepared.id} came out otherwise when it was driven again for its pictures")
    return sorted(_kept(moments, shots, folder), key=lambda picture: (picture.at_ms, picture.tab))


def _kept(moments: Sequence[Wanted], shots: dict[int, list[Shot]], folder: Path) -> list[Picture]:
    """The pictures of the first moments, as many as there is room for."""
    pictures: list[Picture] = []
    held: dict[str, int] = {}
    for one in moments:
        for shot in shots.get(one.at_ms, []):
            if one.tab not in (None, shot.tab) or sum({**held, shot.name: len(shot.image)}.values()) > MOST_BYTES:
                continue
            if shot.name not in held:
                held[shot.name] = len(shot.image)
                write_whole(folder / shot.name, shot.image)
            pictures.append(_picture(one, shot, folder))
    return pictures


def _picture(one: Wanted, shot: Shot, folder: Path) -> Picture:
    file = f"{folder.name}/{shot.name}"
    return Picture(
        at_ms=one.at_ms, kind=one.kind, label=one.label, why=one.why, file=file, finding=one.finding, tab=shot.tab
    )
