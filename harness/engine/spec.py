"""Which trial to run, in words that can cross processes."""

import shlex
from dataclasses import dataclass

VIRTUAL, REAL = "virtual", "real"


@dataclass(frozen=True, kw_only=True, slots=True)
class TrialSpec:
    """``scenario`` and ``target`` are ids or paths; ``off``: laws not to judge.

    ``seed``, ``transport`` and ``network`` (the id of a profile) are the scenario's own where they are None.
    ``time`` is virtual or real; ``speed`` is how many times as fast the job lives.
    ``lenient``: judged on virtual time with the allowances of real time, so that both can be compared.
    """

    scenario: str
    target: str = "reference"
    defect: str | None = None
    seed: int | None = None
    transport: str | None = None
    network: str | None = None
    repeat: int = 1
    time: str = VIRTUAL
    speed: float = 1.0
    lenient: bool = False
    off: tuple[str, ...] = ()

    def replay(self, seed: int) -> str:
        """The command that runs this very trial again."""
        words = ["meanwhile", "run", self.scenario]
        words += [] if self.target == "reference" else ["--target", self.target]
        words += [] if self.defect is None else ["--defect", self.defect]
        words += [] if self.transport is None else ["--transport", self.transport]
        words += [] if self.network is None else ["--network", self.network]
        words += [] if self.time == VIRTUAL else ["--time", self.time]
        words += [] if self.speed == 1 else ["--speed", f"{self.speed:g}"]
        return shlex.join([*words, "--seed", str(seed)])
