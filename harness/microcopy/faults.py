"""Which causes a clause names: by the words of the registry, and by word classes that stand together in it."""

from functools import lru_cache

from harness.core import causes
from harness.microcopy.lists import WordLists

AND = " + "


@lru_cache(maxsize=20_000)
def causes_in(clause: str, lists: WordLists) -> frozenset[str]:
    """Ids of the causes that a clause (in shape) may speak of; a class, or ``unknown``, where it names no more."""
    named = {cause.id for cause in causes.ALL if any(_stands(told, clause, lists) for told in cause.told)}
    named |= {id for id in causes.recognised(clause) if id not in ("network", "no-permission", "bad-format")}
    if named:
        return frozenset(_narrowed(named))
    classes = causes.TOLD_BY_CLASS.items()
    return frozenset(name for name, all_told in classes if any(_stands(told, clause, lists) for told in all_told))


def _stands(told: str, clause: str, lists: WordLists) -> bool:
    return all(lists.faults[name].search(clause) is not None for name in told.split(AND))


def _narrowed(named: set[str]) -> set[str]:
    """What is missing an identifier is no mere field; what somebody else's server did is not ours."""
    if "missing-id" in named:
        named = named - {"missing-field"}
    if named & {"upstream-error", "rate-limited"}:
        named = named - {"exception"}
    if named & {"expired-credentials", "account-suspended", "no-permission"}:
        named = named - {"bad-format", "missing-field"}
    return named
