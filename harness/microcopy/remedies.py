"""What a text tells a person to do: the order that heads a clause, and what it is to be done to."""

import re
from dataclasses import dataclass
from functools import lru_cache

from harness.microcopy.lists import WordLists

_KINDS = ("nothing", "sign-in", "retry", "wait", "skip", "ask", "fix")
_ABOUT = {"about access": "access", "about network": "network", "about data": "data", "about it": "it"}
_TOLD = {"told retry": "retry", "told ask": "ask"}
"""list of sentences that tell what a control, or another person, can do -> the kind of remedy that this is"""
_PIECES = re.compile(r",? (?:and|or|then|but)(?: then| also)? |, (?:then )?|; | before | so that ")
_PREDICATE = re.compile(
    r"^\S+ (?:complete[ds]?|fail\w*|finish\w*|error\w*|success\w*|succe\w+|is|are|was|were|has|have|in progress|"
    r"starts?\b|begins?\b|runs\b|will\b|continues|resumes|ends|could not|couldn't|can't|cannot|"
    r"started|stopped|cancel\w*|paused|queued|running|pending|aborted|[a-z]+ed$|<[np]\d+>|in <|at <|by |with )"
)
_IT = re.compile(r"^\S+ (?:it|them|those|these|this|that|the new ones?)(?: (?:under|in|on|at|with|here|there)\b|$)")
"""an order of which only what went before tells what it is about: "Change it under Connections" """
_GO_ON = re.compile(r"(?:try|continue|resume|proceed) (?:in|at) <")
"""no job and no number of items is called so: "Continue in an hour" is an order"""
_PRESS = re.compile(
    r"(?:press|click|tap|hit|push|pick|choose|select|use)(?: on)? (?:the )?(?:button |option |link )?"
    r"(?:\"([^\"]+)\".*|((?:re-?try|re-?run|resume|restart|re-?send|run again|send again|try again|start again)\b.*))"
)
"""an order to press a control, which does what its name says"""
_ALONE = re.compile(r"^\S+$")


@dataclass(frozen=True, kw_only=True, slots=True)
class Remedy:
    """One thing to do. ``kinds`` are those of remedies.txt, ``about`` what it is done to: access, network, data."""

    kinds: tuple[str, ...]
    about: tuple[str, ...]
    words: str

    def helps(self, mended_by: tuple[str, ...]) -> bool:
        """Whether it is one of these kinds; ``fix access`` is a fix of what concerns the access."""
        return any(self._is(kind) for kind in mended_by)

    def _is(self, kind: str) -> bool:
        kind, _, about = kind.partition(" ")
        if kind not in self.kinds:
            return False
        if about:
            return about in self.about or (about == "other" and not self.about) or self.about == ("it",)
        return kind != "fix" or "data" in self.about or not {"access", "network"} & set(self.about)


@lru_cache(maxsize=20_000)
def remedies_in(clause: str, lists: WordLists, *, control: bool = False) -> tuple[Remedy, ...]:
    """The remedies of a clause (in shape). A ``control`` is named by its deed: one word will do."""
    found: list[Remedy] = []
    orders = False
    for piece in _pieces(clause):
        text, led = _stripped(piece, lists)
        pressed = _PRESS.match(text)
        words = pressed[1] or pressed[2] if pressed else text
        by_name = control or pressed is not None
        made = _remedy(words, lists, alone=by_name or led or orders, control=by_name)
        orders = orders or led or made is not None
        if made is not None:
            found.append(made)
    return (*found, *told_in(clause, lists))


def told_in(clause: str, lists: WordLists) -> tuple[Remedy, ...]:
    """What a clause that orders nothing tells of: "Repair restarts the failed tasks", "An admin can let you in"."""
    kinds = tuple(kind for section, kind in _TOLD.items() if lists.remedies[section].match(clause))
    return (Remedy(kinds=kinds, about=(), words=clause),) if kinds else ()


def has_unknown_order(clause: str, lists: WordLists) -> bool:
    """Whether a part of the clause looks like an order of which nobody knows what it is good for."""
    pieces = [_stripped(piece, lists)[0] for piece in _pieces(clause)]
    strange = (piece for piece in pieces if _remedy(piece, lists, alone=True) is None)
    return any(lists.remedies["unknown order"].search(piece) for piece in strange)


def _pieces(clause: str) -> list[str]:
    return [piece.strip(" ,.;") for piece in _PIECES.split(clause) if piece.strip(" ,.;")]


def _stripped(piece: str, lists: WordLists) -> tuple[str, bool]:
    """The piece without what leads to its verb, and whether that was there."""
    led = False
    while match := lists.remedies["leads"].match(piece):
        rest = piece[match.end() :].strip(" ,:")
        if not rest:
            break
        piece, led = rest, True
    return piece, led


def _remedy(text: str, lists: WordLists, *, alone: bool, control: bool = False) -> Remedy | None:
    if not control and _PREDICATE.match(text) and not _GO_ON.match(text) and not lists.remedies["retry"].match(text):
        return None
    kinds = tuple(kind for kind in _KINDS if _heads(kind, text, lists, alone=alone))
    if not kinds:
        return None
    if set(kinds) - {"fix"}:
        kinds = tuple(kind for kind in kinds if kind != "fix")
    known = text if _IT.match(text) is None else "it"
    about = tuple(name for section, name in _ABOUT.items() if lists.remedies[section].search(known))
    return Remedy(kinds=kinds, about=about, words=text)


def _heads(kind: str, text: str, lists: WordLists, *, alone: bool) -> bool:
    """Whether the text begins with such an order; "nothing to do" may stand anywhere."""
    if kind == "nothing":
        return lists.remedies[kind].search(text) is not None
    if lists.remedies[kind].match(text) is None:
        return False
    return alone or kind != "fix" or _ALONE.match(text) is None
