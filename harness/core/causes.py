"""The registry of typed causes: why an item failed or was skipped, what kind of trouble it is, and what mends it."""

import re
from dataclasses import dataclass
from enum import StrEnum


class CauseClass(StrEnum):
    """Whose trouble it is; article A83: they should not be treated the same."""

    USER_DATA = "user-data"
    PERMISSION = "permission"
    SYSTEM = "system"
    UPSTREAM = "upstream"


@dataclass(frozen=True, kw_only=True, slots=True)
class Cause:
    """``phrases`` are the words by which a reader of a page would recognise the cause.

    ``retryable``: another attempt may succeed with nothing changed. ``critical``: the items after it fail as well until
    a person has mended it. ``data_loss``: something that was there is gone, so that doing it again is not enough.
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


def _user_data(id: str, title: str, remedy: str, *phrases: str) -> Cause:
    return Cause(id=id, title=title, cls=CauseClass.USER_DATA, retryable=False, remedy=remedy, phrases=phrases)


def _passing(id: str, title: str, cls: CauseClass, remedy: str, *phrases: str) -> Cause:
    return Cause(id=id, title=title, cls=cls, retryable=True, remedy=remedy, phrases=phrases)


def _critical(id: str, title: str, cls: CauseClass, remedy: str, *phrases: str) -> Cause:
    return Cause(id=id, title=title, cls=cls, retryable=False, remedy=remedy, critical=True, phrases=phrases)


def _skip(id: str, title: str, remedy: str, *phrases: str) -> Cause:
    cls = CauseClass.USER_DATA
    return Cause(id=id, title=title, cls=cls, retryable=False, remedy=remedy, skip=True, phrases=phrases)


ALL: tuple[Cause, ...] = (
    _user_data("missing-id", "Missing ID", "Give each item a unique ID, then try again.", "missing id", "no id"),
    _user_data("bad-format", "Wrong format", "Correct the format of the value, then try again.", "format", "malformed"),
    _user_data(
        "missing-field",
        "Missing field",
        "Fill in the required field, then try again.",
        "missing field",
        "required field",
    ),
    _user_data(
        "duplicate-id",
        "Duplicate ID",
        "Keep one item for each ID, then try again.",
        "duplicate",
        "same id",
        "id already used",
    ),
    Cause(
        id="no-permission",
        title="No permission",
        cls=CauseClass.PERMISSION,
        retryable=False,
        remedy="Ask an administrator for permission, then try again.",
        phrases=("permission", "not allowed", "access denied"),
    ),
    _critical(
        "expired-credentials",
        "Marketplace access expired",
        CauseClass.PERMISSION,
        "Reconnect the marketplace, then try again.",
        "access expired",
        "expired access",
        "credential",
    ),
    _critical(
        "account-suspended",
        "Marketplace account suspended",
        CauseClass.PERMISSION,
        "Settle it with the marketplace, then try again.",
        "account suspended",
        "suspended account",
        "account is suspended",
    ),
    _passing("timeout", "Timed out", CauseClass.SYSTEM, "Try again later.", "timeout", "timed out", "took too long"),
    _passing("network", "Network trouble", CauseClass.SYSTEM, "Try again later.", "network", "connection"),
    _passing(
        "exception",
        "Internal error",
        CauseClass.SYSTEM,
        "Try again; if it happens again, tell support.",
        "internal error",
        "server error",
    ),
    _passing(
        "upstream-error",
        "Marketplace error",
        CauseClass.UPSTREAM,
        "Try again later.",
        "marketplace error",
        "upstream",
        "marketplace did not answer",
    ),
    _passing(
        "rate-limited",
        "Rate limited",
        CauseClass.UPSTREAM,
        "Wait a little, then try again.",
        "rate limit",
        "too many requests",
    ),
    Cause(
        id="half-written",
        title="Saved only in part",
        cls=CauseClass.SYSTEM,
        retryable=False,
        remedy="Check the item on the marketplace and fill in what is missing, then try again.",
        data_loss=True,
        phrases=("saved in part", "write that broke off", "incomplete write", "partly saved"),
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
    ),
    _skip(
        "already-published", "Already published", "Nothing to do.", "already published", "already on the marketplace"
    ),
    _skip("unchanged", "Unchanged", "Nothing to do.", "unchanged", "no changes", "not changed"),
    _skip("out-of-stock", "Out of stock", "Restock the item, then publish it.", "out of stock", "no stock"),
)

BY_ID: dict[str, Cause] = {cause.id: cause for cause in ALL}


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


def failure_ids() -> tuple[str, ...]:
    """Ids of the causes for which an item can fail."""
    return tuple(cause.id for cause in ALL if not cause.skip)


def skip_ids() -> tuple[str, ...]:
    """Ids of the reasons for which an item can be skipped."""
    return tuple(cause.id for cause in ALL if cause.skip)
