"""The profiles that ship with Meanwhile, read from ``fixtures/network``."""

import re
from functools import cache
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML

from harness.core import durations, resources
from harness.core.errors import HarnessTrouble, UsageError
from harness.network.interruption import Interruption
from harness.network.profile import Profile

_RATES = {"kbps": 1_000, "Mbps": 1_000_000}


def ids() -> tuple[str, ...]:
    """Ids of the profiles that exist."""
    return tuple(sorted(path.stem for path in _folder().glob("*.yaml")))


@cache
def profile(id: str) -> Profile:
    """The profile with that id. Raises UsageError with the ids that exist."""
    if id not in ids():
        raise UsageError(f'"{id}" is no network profile; profiles are {", ".join(ids())}')
    return _read(_folder() / f"{id}.yaml")


def rate_bps(text: str) -> int | None:
    """Bits per second of ``400kbps`` or ``9Mbps``; None for ``unlimited``."""
    if text == "unlimited":
        return None
    match = re.fullmatch(r"(\d+)(kbps|Mbps)", text)
    if match is None:
        raise ValueError(f'"{text}" is not a rate; write 400kbps, 9Mbps or unlimited')
    return int(match[1]) * _RATES[match[2]]


def _folder() -> Path:
    return resources.data("fixtures/network")


def _interruption(data: dict[str, Any]) -> Interruption:
    return Interruption(
        kind=data["kind"],
        first_ms=durations.parse(data["first"]),
        every_ms=durations.parse(data["every"]),
        for_ms=durations.parse(data["for"]) if "for" in data else None,
    )


def _read(path: Path) -> Profile:
    data = YAML(typ="safe", pure=True).load(path.read_text(encoding="utf-8"))
    try:
        return Profile(
            id=data["id"],
            title=data["title"],
            rtt_ms=durations.parse(data["rtt"]),
            down_bps=rate_bps(data["down"]),
            up_bps=rate_bps(data["up"]),
            source=data["source"],
            interruptions=tuple(_interruption(one) for one in data.get("interruptions", ())),
        )
    except (KeyError, ValueError) as error:
        raise HarnessTrouble(f"{path}: {error}") from error
