"""The faults, one a file; ``ALL`` lists them."""

from harness.network.faults.blackhole import Blackhole
from harness.network.faults.buffered import Buffered
from harness.network.faults.drop import Drop
from harness.network.faults.gap import Gap
from harness.network.faults.http import Http
from harness.network.faults.lost_response import LostResponse
from harness.network.faults.offline import Offline
from harness.network.faults.refused import Refused
from harness.network.faults.reordered import Reordered
from harness.network.faults.replayed import Replayed
from harness.network.faults.reset import Reset
from harness.network.faults.server_restart import ServerRestart
from harness.network.faults.slow import Slow
from harness.network.faults.trickle import Trickle

OfLink = Blackhole | Offline | Refused | Reset | Slow | Trickle
"""Faults that set the whole link. One has to end before the next begins."""
Breaks = Blackhole | Drop | Offline | Refused | Reset
"""Faults that break connections."""
InStream = Buffered | Gap | Reordered | Replayed | ServerRestart
"""Faults of what event streams carry, on the server's side of the link."""
Fault = OfLink | InStream | Drop | Http | LostResponse
ALL: tuple[type[Fault], ...] = (
    *(Blackhole, Buffered, Drop, Gap, Http, LostResponse, Offline),
    *(Refused, Reordered, Replayed, Reset, ServerRestart, Slow, Trickle),
)

__all__ = [
    "ALL",
    "Blackhole",
    "Breaks",
    "Buffered",
    "Drop",
    "Fault",
    "Gap",
    "Http",
    "InStream",
    "LostResponse",
    "OfLink",
    "Offline",
    "Refused",
    "Reordered",
    "Replayed",
    "Reset",
    "ServerRestart",
    "Slow",
    "Trickle",
]
