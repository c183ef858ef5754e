"""From the messages of an event stream to the ``stream:`` of a route."""

from collections.abc import Sequence
from typing import Any

from harness.proposal import names
from harness.proposal.calls import Call
from harness.proposal.clues import Clues
from harness.proposal.documents import Reader
from harness.proposal.guess import Guess
from harness.proposal.parts import part
from harness.proposal.sentences import text
from harness.proposal.shape import Place, whole
from harness.proposal.state_words import meaning
from harness.proposal.watched import StreamMessage, as_json

END_WORDS = frozenset("end ended done finished complete completed close closed eof result final".split())


def stream(call: Call, reader: Reader) -> Guess:
    """The stream, with a message for each name that its events have."""
    sent = messages(call)
    grouped: dict[str | None, list[StreamMessage]] = {}
    for message in sent:
        grouped.setdefault(message.event, []).append(message)
    of_all = "{job}" not in call.route
    told = [
        _message(event, some, reader, of_all=of_all, ends=some[-1] is sent[-1] and len(some) == 1)
        for event, some in grouped.items()
    ]
    return Guess({"messages": Guess(told)})


def messages(call: Call) -> list[StreamMessage]:
    """All messages that came, whichever connection brought them."""
    return [message for exchange in call.good for message in exchange.messages]


def documents(call: Call) -> list[tuple[int, Any]]:
    """What the messages tell of the job as a whole, with their moments."""
    found = []
    for exchange in call.good:
        for message in exchange.messages:
            read = as_json(message.data)
            if read is not None and not _of_things(message.event, [read]):
                found.append((exchange.at_ms if message.at_ms is None else message.at_ms, read))
    return found


def _message(event: str | None, some: Sequence[StreamMessage], reader: Reader, *, of_all: bool, ends: bool) -> Guess:
    name = {} if event is None else {"event": Guess(event)}
    read = [as_json(message.data) for message in some]
    if any(one is None for one in read):
        return Guess({**name, "text": _words([message.data for message in some], reader.clues), **_ending(event, ends)})
    if _of_things(event, read):
        return _items(name, whole(read))
    each = {"each": Guess("jobs", "a stream of all jobs")} if of_all and _names_job(read, reader.clues) else {}
    return Guess({**name, **each, "data": reader.template(read), **_ending(event, ends)})


def _words(said: Sequence[str], clues: Clues) -> Guess:
    return text("", said, clues) or Guess(
        said[-1], "no JSON, and what it follows was not found", lost=len(set(said)) > 1
    )


def _ending(event: str | None, ends: bool) -> dict[str, Guess]:
    """What comes once, and last, says that it is over."""
    if not ends or not names.means(event or "", END_WORDS):
        return {}
    return {"when": Guess({"job.ended": Guess(True)}, "it came once, and last"), "close": Guess(True)}


def _of_things(event: str | None, read: Sequence[Any]) -> bool:
    """Whether each message tells of one item: by the name of its event, and a name in it."""
    if not names.means(event or "", names.THINGS) or not all(isinstance(one, dict) for one in read):
        return False
    return any(names.means(name, names.CALLED | names.IDS | names.THINGS) for one in read for name in one)


def _items(name: dict[str, Guess], merged: Place) -> Guess:
    told = part(merged, "item")
    states = {meaning(value) for field in merged.fields() for value in field.there if isinstance(value, str)} - {None}
    reasons = any(names.means(field.name, names.REASON) for field in merged.fields())
    failed = states == {"failed"} or (reasons and not states)
    when = {"item.state": Guess("failed", "each said why")} if failed else {"item.ended": Guess(True, "a guess")}
    return Guess({**name, "each": Guess("items", "one message for each item"), "when": Guess(when), "data": told})


def _names_job(read: Sequence[Any], clues: Clues) -> bool:
    return clues.job is not None and all(map(clues.job.is_of, read))
