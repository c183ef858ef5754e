"""Pictures of the moments that matter: on virtual time from a second drive of the same trial, which must come out the
same; in real time from the frames that the browser handed over.
"""

from collections.abc import Sequence
from pathlib import Path

from harness.core.errors import HarnessTrouble
from harness.drive.drive import drive
from harness.drive.film import Film
from harness.drive.lab import Lab
from harness.drive.tabs import Tabs
from harness.drive.virtual_tab import VirtualTab
from harness.engine.collect import collect
from harness.engine.prepare import Prepared
from harness.engine.shots import Shot, kept
from harness.engine.wanted import Wanted
from harness.facts.visibility import Visibility
from harness.trace.result import Picture
from harness.trace.trial import Trial


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
    return kept(moments, shots, folder)


def develop(film: Film, trial: Trial, moments: Sequence[Wanted], folder: Path) -> list[Picture]:
    """What could be seen at each moment, from the frames of the trial."""
    visibility = Visibility(trial.pages, trial.header.end_ms)
    shots = {
        one.at_ms: [
            Shot(tab=tab, image=image)
            for tab in film.tabs
            if visibility.is_seen(tab, one.at_ms) and (image := film.at(tab, one.at_ms)) is not None
        ]
        for one in moments
    }
    return kept(moments, shots, folder)
