"""What a page asks back after a press: which button of the dialog says what the person means."""

import re
from collections.abc import Sequence

from harness.scenario.journey import CHANGES, STARTS, Answer, Do

_YES = r"^(yes|ok|okay|confirm|proceed|sure|do it|i understand)\b"
_START = r"^(start|run|begin|publish|import|sync|update|submit|send)\b"
_EFFECTS = {
    **dict.fromkeys(STARTS, _START),
    Do.CANCEL: r"^(cancel|stop|abort|end|terminate|discard)\b|^continue\b.*\b(cancel|stop|abort)",
    Do.RETRY_FAILED: r"^(retry|try|start|run)\b",
    Do.RERUN: r"^re-?(run|start)\b|" + _START,
    Do.CONTINUE: r"^(skip|continue|resume|go on)\b",
}
_NO = r"^(keep|back|go back|no|don.?t|do not|never ?mind|not now|close|leave|return|dismiss)\b|^[x×✕✖]$"
_GOES_ON = r"^(carry on|let it|(continue|resume) \w+)(?!.*\b(cancel|stop|abort))"
_GIVES_UP = r"^(cancel|abort)\b(?! and\b)"
_KEEPS = {**dict.fromkeys((*STARTS, *CHANGES), _GIVES_UP), Do.CANCEL: _GOES_ON}


def choose(names: Sequence[str], do: Do, answer: Answer) -> int | None:
    """Which of the buttons says so; None where none clearly does.

    A bare "Cancel" confirms a cancellation only beside a button that clearly keeps the job ("Keep running"); beside
    one that names the effect ("Stop the job") it dismisses.
    """
    yes = [index for index, name in enumerate(names) if _confirms(name, do)]
    no = [index for index, name in enumerate(names) if _dismisses(name, do)]
    clear, other = (yes, no) if answer is Answer.CONFIRM else (no, yes)
    bare = [index for index, name in enumerate(names) if _is_bare_cancel(name)] if other and do is Do.CANCEL else []
    return next(iter([*clear, *bare]), None)


def _confirms(name: str, do: Do) -> bool:
    if _is_bare_cancel(name) or _dismisses(name, do):
        return False
    return _begins(_YES, name) or _begins(_EFFECTS[do], name)


def _dismisses(name: str, do: Do) -> bool:
    return _begins(_NO, name) or _begins(_KEEPS[do], name)


def _is_bare_cancel(name: str) -> bool:
    return _begins(r"cancel$", name)


def _begins(pattern: str, name: str) -> bool:
    return re.match(pattern, name.strip(), re.IGNORECASE) is not None
