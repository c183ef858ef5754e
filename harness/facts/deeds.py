"""What the person had done to jobs that were there: each step with its presses, and what the page made of them."""

import math
from dataclasses import dataclass

from harness.facts.case import Case
from harness.trace.records import Command, Press, Request, Step

DOES = frozenset(("cancel", "retry-failed", "rerun", "continue"))
READS = frozenset(("GET", "HEAD", "OPTIONS"))


@dataclass(frozen=True, kw_only=True, slots=True)
class Deed:
    """One step: ``presses`` in order, and what the tab sent, and had the server do, until the person's next press."""

    step: Step
    presses: tuple[Press, ...]
    requests: tuple[Request, ...]
    commands: tuple[Command, ...]

    @property
    def dismissed(self) -> bool:
        """Whether the person said no when the page asked."""
        return any(press.part == "dismiss" for press in self.presses)

    @property
    def taken(self) -> Command | None:
        """What the server took of it, if anything."""
        told = (held for held in self.commands if held.do == self.step.do and held.run is not None and not held.refused)
        return None if self.dismissed else next(told, None)

    @property
    def meant_ms(self) -> int:
        """When the person had said all that they had to say: the last press."""
        return self.presses[-1].at_ms if self.presses else self.step.at_ms


def deeds(case: Case, do: str) -> list[Deed]:
    """Every step of that kind, in order."""
    return [_deed(case, step) for step in case.steps if step.do == do]


def _deed(case: Case, step: Step) -> Deed:
    presses = tuple(press for press in case.presses if press.step == step.n and press.part != "way")
    first_ms = presses[0].at_ms if presses else step.at_ms
    until_ms = _next_press_ms(case, step, first_ms)
    requests = tuple(
        request
        for request in case.requests
        if request.tab == step.tab and first_ms <= request.sent_ms < until_ms and request.method not in READS
    )
    ids = {request.id for request in requests}
    commands = tuple(command for command in case.commands if command.request in ids)
    return Deed(step=step, presses=presses, requests=requests, commands=commands)


def _next_press_ms(case: Case, step: Step, first_ms: int) -> float:
    """When the person pressed something else in that tab."""
    later = (press.at_ms for press in case.presses if press.tab == step.tab and press.step != step.n)
    return min((at_ms for at_ms in later if at_ms > first_ms), default=math.inf)
