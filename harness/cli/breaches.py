"""How the breach of each law looks: one that was seen, with its picture (``make pictures`` records them)."""

import json
from dataclasses import dataclass
from pathlib import Path

from harness.core.resources import data

FOLDER = "fixtures/laws"
TOLD = "breaches.json"


@dataclass(frozen=True, kw_only=True, slots=True)
class Seen:
    """A breach as it was seen: the defect and scenario that brought it to light, what was found, the picture's name."""

    defect: str
    scenario: str
    sentence: str
    picture: str

    @property
    def path(self) -> Path:
        """Where the picture is."""
        return data(f"{FOLDER}/{self.picture}")


def seen() -> dict[str, Seen]:
    """Law -> a breach of it that was seen."""
    told = json.loads(data(f"{FOLDER}/{TOLD}").read_text(encoding="utf-8"))
    return {law: Seen(**one) for law, one in told.items()}
