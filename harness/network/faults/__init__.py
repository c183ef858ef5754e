"""The faults, one a file; ``ALL`` lists them."""

from harness.network.faults.blackhole import Blackhole
from harness.network.faults.drop import Drop
from harness.network.faults.http import Http
from harness.network.faults.lost_response import LostResponse
from harness.network.faults.offline import Offline
from harness.network.faults.slow import Slow

Fault = Blackhole | Drop | Http | LostResponse | Offline | Slow
ALL: tuple[type[Fault], ...] = (Blackhole, Drop, Http, LostResponse, Offline, Slow)

__all__ = ["ALL", "Blackhole", "Drop", "Fault", "Http", "LostResponse", "Offline", "Slow"]
