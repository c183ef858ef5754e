"""The registry of typed causes: why an item failed or was skipped, what kind of trouble it is, what mends it, and in
which words a page says so.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class CauseClass(StrEnum):
    """Whose trouble it is; article A83: they should not be treated the same."""

    USER_DATA = "user-data"
    PERMISSION = "permission"
    SYSTEM = "system"
    UPSTREAM = "upstream"


CLASSES = tuple(cls.value for cls in CauseClass)
UNKNOWN = "unknown"
"""What a page says of a cause that nobody knows; no cause of the registry is."""

_MENDS: dict[CauseClass, tuple[str, ...]] = {
    CauseClass.USER_DATA: ("fix", "skip"),
    CauseClass.PERMISSION: ("ask", "sign-in", "fix access"),
    CauseClass.SYSTEM: ("retry", "wait", "ask", "fix network", "fix other"),
    CauseClass.UPSTREAM: ("retry", "wait", "ask", "skip"),
}


@dataclass(frozen=True, kw_only=True, slots=True)
class Cause:
    """``phrases`` are the words by which a reader of a page would recognise the cause.

    ``told`` is how people speak of it: word classes of a language (``faults.txt``) that stand together in a clause,
    such as ``missing + identifier``. ``mends`` are the kinds of remedy that can help (``remedies.txt``); by default
    those of the class. ``retryable``: another attempt may succeed with nothing changed. ``critical``: the items after
    it fail as well until a person has mended it. ``data_loss``: something that was there is gone, so that doing it
    again is not enough.
    """

    id: str
    title: str
    cls: CauseClass
    retryable: bool
    remedy: str
    critical: bool = False
    data_loss: bool = False
    skip: bool = False
    phrases: tuple[str, ...] = ()
    told: tuple[str, ...] = ()
    mends: tuple[str, ...] = ()

    @property
    def mended_by(self) -> tuple[str, ...]:
        """The kinds of remedy that can help."""
        return self.mends or _MENDS[self.cls]


ALL: tuple[Cause, ...] = (
    Cause(
        id="missing-id",
        title="Missing ID",
        cls=CauseClass.USER_DATA,
        retryable=False,
        remedy="Give each item a unique ID, then try again.",
        phrases=("missing id", "no id"),
        told=("missing + identifier",),
    ),
    Cause(
        id="bad-format",
        title="Wrong format",
        cls=CauseClass.USER_DATA,
        retryable=False,
        remedy="Correct the format of the value, then try again.",
        phrases=("format", "malformed"),
        told=("wrong + value", "wrong + file"),
    ),
    Cause(
        id="missing-field",
        title="Missing field",
        cls=CauseClass.USER_DATA,
        retryable=False,
        remedy="Fill in the required field, then try again.",
        phrases=("missing field", "required field"),
        told=("missing + value",),
    ),
    Cause(
        id="duplicate-id",
        title="Duplicate ID",
        cls=CauseClass.USER_DATA,
        retryable=False,
        remedy="Keep one item for each ID, then try again.",
        phrases=("duplicate", "same id", "id already used"),
        told=("duplicate",),
    ),
    Cause(
        id="no-permission",
        title="No permission",
        cls=CauseClass.PERMISSION,
        retryable=False,
        remedy="Ask an administrator for permission, then try again.",
        phrases=("permission", "not allowed", "access denied"),
        told=("forbidden",),
    ),
    Cause(
        id="expired-credentials",
        title="Marketplace access expired",
        cls=CauseClass.PERMISSION,
        retryable=False,
        remedy="Reconnect the marketplace, then try again.",
        critical=True,
        phrases=("access expired", "expired access", "credential"),
        told=("expired",),
    ),
    Cause(
        id="account-suspended",
        title="Marketplace account suspended",
        cls=CauseClass.PERMISSION,
        retryable=False,
        remedy="Settle it with the marketplace, then try again.",
        critical=True,
        phrases=("account suspended", "suspended account", "account is suspended"),
        told=("suspended",),
    ),
    Cause(
        id="timeout",
        title="Timed out",
        cls=CauseClass.SYSTEM,
        retryable=True,
        remedy="Try again later.",
        phrases=("timeout", "timed out", "took too long"),
        told=("slow",),
        mends=("retry", "wait", "ask", "fix"),
    ),
    Cause(
        id="network",
        title="Network trouble",
        cls=CauseClass.SYSTEM,
        retryable=True,
        remedy="Try again later.",
        phrases=("network", "connection"),
        told=("cut off",),
    ),
    Cause(
        id="exception",
        title="Internal error",
        cls=CauseClass.SYSTEM,
        retryable=True,
        remedy="Try again; if it happens again, tell support.",
        phrases=("internal error", "server error"),
        told=("own fault",),
    ),
    Cause(
        id="upstream-error",
        title="Marketplace error",
        cls=CauseClass.UPSTREAM,
        retryable=True,
        remedy="Try again later.",
        phrases=("marketplace error", "upstream", "marketplace did not answer"),
        told=("outside fault",),
    ),
    Cause(
        id="rate-limited",
        title="Rate limited",
        cls=CauseClass.UPSTREAM,
        retryable=True,
        remedy="Wait a little, then try again.",
        phrases=("rate limit", "too many requests"),
        told=("too often",),
    ),
    Cause(
        id="half-written",
        title="Saved only in part",
        cls=CauseClass.SYSTEM,
        retryable=False,
        remedy="Check the item on the marketplace and fill in what is missing, then try again.",
        data_loss=True,
        phrases=("saved in part", "write that broke off", "incomplete write", "partly saved"),
        told=("half written",),
        mends=("fix", "ask"),
    ),
    Cause(
        id="upload-lost",
        title="Uploaded file lost",
        cls=CauseClass.SYSTEM,
        retryable=False,
        remedy="Upload the file again.",
        critical=True,
        data_loss=True,
        phrases=("file was lost", "lost file", "lost upload"),
        told=("lost file",),
        mends=("fix", "ask", "retry"),
    ),
    Cause(
        id="already-published",
        title="Already published",
        cls=CauseClass.USER_DATA,
        retryable=False,
        remedy="Nothing to do.",
        skip=True,
        phrases=("already published", "already on the marketplace"),
        told=("already there",),
        mends=("nothing", "fix"),
    ),
    Cause(
        id="unchanged",
        title="Unchanged",
        cls=CauseClass.USER_DATA,
        retryable=False,
        remedy="Nothing to do.",
        skip=True,
        phrases=("unchanged", "no changes", "not changed"),
        told=("unchanged",),
        mends=("nothing", "fix"),
    ),
    Cause(
        id="out-of-stock",
        title="Out of stock",
        cls=CauseClass.USER_DATA,
        retryable=False,
        remedy="Restock the item, then publish it.",
        skip=True,
        phrases=("out of stock", "no stock"),
        told=("sold out",),
    ),
)

BY_ID: dict[str, Cause] = {cause.id: cause for cause in ALL}

TOLD_BY_CLASS: Mapping[str, tuple[str, ...]] = {"user-data": ("wrong", "lacking"), UNKNOWN: ("not known",)}
"""What names a class and no cause of it: "4 photos are too large"."""


def cause(id: str) -> Cause:
    """The cause with that id; a KeyError names the ids that exist."""
    if id not in BY_ID:
        raise KeyError(f'no cause "{id}"; causes are {", ".join(BY_ID)}')
    return BY_ID[id]


def recognised(words: str) -> tuple[str, ...]:
    """Ids of the causes that the words (in lower case) speak of, by title, id or phrase."""
    return tuple(cause.id for cause in ALL if any(name in words for name in names(cause)))


def leading(words: str) -> str:
    """The cause by whose title or id the words (in lower case) begin: ``missing id 3 items failed``; "" for none."""
    heads = (name for cause in ALL for name in names(cause)[:2])
    return next((head for head in heads if re.match(rf"{re.escape(head)}\b", words)), "")


def names(cause: Cause) -> tuple[str, ...]:
    """Everything that a page may call the cause, in lower case."""
    return (cause.title.lower(), cause.id.replace("-", " "), *cause.phrases)


def class_of(name: str) -> str:
    """The class of a cause by id; a class, or ``unknown``, is its own."""
    return BY_ID[name].cls.value if name in BY_ID else name


def mended_by(name: str) -> tuple[str, ...]:
    """The kinds of remedy that can help against a cause, a class, or what nobody knows."""
    if name in BY_ID:
        return BY_ID[name].mended_by
    return _MENDS[CauseClass(name)] if name in CLASSES else ("retry", "wait", "ask", "fix", "sign-in")


def is_retryable(name: str) -> bool:
    """Whether another attempt may succeed with nothing changed: of a class what most of its causes say."""
    if name in BY_ID:
        return BY_ID[name].retryable
    return name in (CauseClass.SYSTEM, CauseClass.UPSTREAM, UNKNOWN)


def failure_ids() -> tuple[str, ...]:
    """Ids of the causes for which an item can fail."""
    return tuple(cause.id for cause in ALL if not cause.skip)


def skip_ids() -> tuple[str, ...]:
    """Ids of the reasons for which an item can be skipped."""
    return tuple(cause.id for cause in ALL if cause.skip)
