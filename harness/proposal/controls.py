"""What a person pressed, or would press: the ``controls:`` of a proposal."""

import re

from harness.proposal.guess import Guess
from harness.proposal.seen import Seen
from harness.proposal.watched import Exchange, Pressed, Watched
from harness.targets.file import Controls

SOON_MS = 5_000
NAMES = {do: do.replace("-", "_") for do in ("submit", "cancel", "retry-failed", "rerun", "continue")}


def pressed_for(exchange: Exchange | None, watched: Watched) -> Pressed | None:
    """The last press before a request."""
    if exchange is None:
        return None
    before = [press for press in watched.presses if 0 <= exchange.at_ms - press.at_ms <= SOON_MS]
    return before[-1] if before else None


def told(seen: Seen, press: Pressed | None) -> dict[str, Guess]:
    """The controls, as far as they were seen to be pressed."""
    found = {"submit": _named(press) if press else _likely(seen)}
    for call in seen.calls:
        do = seen.does(call)
        other = pressed_for(call.exchanges[0], seen.watched)
        if do not in (None, "submit") and other is not None:
            found.setdefault(NAMES[str(do)], _named(other))
    keys = {field.alias or name for name, field in Controls.model_fields.items()}
    known = {name: guess for name, guess in found.items() if guess is not None and name in keys}
    return {"controls": Guess(known)} if known else {}


def _named(press: Pressed) -> Guess:
    why = "it was pressed before the request"
    return Guess({"role": Guess(press.role), "name": Guess(f"^{_pattern(press.name)}$", why)})


def _pattern(name: str) -> str:
    """The name, whatever number stands in it."""
    parts = re.split(r"\d+", " ".join(name.split()))
    return r"\d+".join(re.escape(part).replace("\\ ", " ") for part in parts)


def _likely(seen: Seen) -> Guess | None:
    """Nobody was seen to press: the one button that there is, or the one whose name says the kind of job."""
    buttons = [name for role, name in seen.watched.controls if role == "button" and name]
    kind = seen.kind.kind.value
    fitting = [name for name in buttons if kind in name.lower()] or (buttons if len(buttons) == 1 else [])
    if not fitting:
        seen.missing.append("the button that starts a job; write controls: submit:")
        return None
    told = Guess(f"^{_pattern(fitting[0])}$", "a guess: nobody was seen to press it")
    return Guess({"role": Guess("button"), "name": told})
