"""Pictures of moments, as many as a trial has room for; equal ones are one file."""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from harness.core.files import write_whole
from harness.engine.wanted import Wanted
from harness.trace.result import Picture

MOST_BYTES = 1_000_000
"""The pictures of one trial, equal ones counted once."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Shot:
    """What a tab looked like, as WebP or JPEG."""

    tab: int
    image: bytes

    @property
    def name(self) -> str:
        """Equal pictures have one name, and so one file."""
        kind = "webp" if self.image.startswith(b"RIFF") else "jpg"
        return f"{hashlib.sha256(self.image).hexdigest()[:16]}.{kind}"


def kept(moments: Sequence[Wanted], shots: Mapping[int, Sequence[Shot]], folder: Path) -> list[Picture]:
    """The pictures of the first moments, as many as there is room for, in the order of time. ``shots`` go by moment."""
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
    return sorted(pictures, key=lambda picture: (picture.at_ms, picture.tab))


def _picture(one: Wanted, shot: Shot, folder: Path) -> Picture:
    file = f"{folder.name}/{shot.name}"
    return Picture(
        at_ms=one.at_ms, kind=one.kind, label=one.label, why=one.why, file=file, finding=one.finding, tab=shot.tab
    )
