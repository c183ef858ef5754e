"""A network profile: how long a round trip takes, and how fast bytes go down and up."""

from dataclasses import dataclass
from typing import Any

from harness.network.interruption import Interruption


@dataclass(frozen=True, kw_only=True, slots=True)
class Profile:
    """Rates are bits per second; None is no limit. ``source`` names where the numbers are from.

    ``interruptions`` are what the link does again and again, whatever the scenario.
    """

    id: str
    title: str
    rtt_ms: int
    down_bps: int | None
    up_bps: int | None
    source: str
    interruptions: tuple[Interruption, ...] = ()

    def down_ms(self, size_bytes: int) -> int:
        """How long that many bytes take on their way to the page, beside the round trip."""
        return _transit_ms(size_bytes, self.down_bps)

    def up_ms(self, size_bytes: int) -> int:
        """How long that many bytes take on their way to the server, beside the round trip."""
        return _transit_ms(size_bytes, self.up_bps)

    def to_page(self) -> dict[str, Any]:
        """What the network inside the page needs of it."""
        return {"id": self.id, "rtt_ms": self.rtt_ms, "down_bps": self.down_bps, "up_bps": self.up_bps}


def _transit_ms(size_bytes: int, bits_per_second: int | None) -> int:
    return 0 if bits_per_second is None else -(-size_bytes * 8_000 // bits_per_second)
