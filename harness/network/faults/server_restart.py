"""The server is started again."""

from dataclasses import dataclass
from typing import ClassVar

from harness.network.faults.window import Instant


@dataclass(frozen=True, kw_only=True)
class ServerRestart(Instant):
    """An instant: event streams close, and event ids start again; what the server knows of jobs survives."""

    kind: ClassVar[str] = "server_restart"
