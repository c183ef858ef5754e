"""One route of a proposal: what it does, which job it is about, and what it answers."""

from collections.abc import Iterator, Sequence
from typing import Any

from harness.proposal import streams
from harness.proposal.calls import Call
from harness.proposal.guess import Guess
from harness.proposal.seen import Seen
from harness.proposal.sentences import text
from harness.proposal.shape import is_number, whole
from harness.proposal.stages import ENDED, WAITING, by_stage, differs
from harness.proposal.watched import Exchange

HTML = "text/html"
USUAL_STATUS = 200
WHEN: dict[str | None, dict[str, Any]] = {ENDED: {"job.ended": True}, WAITING: {"job.started": None}}
Told = dict[str, Guess]


def route(call: Call, seen: Seen) -> list[Guess]:
    """Its answers: one, or several that depend on what is so."""
    asked = {} if call.operation is None else {f"body.{call.operation[0]}": call.operation[1]}
    doing = _doing(call, seen)
    return [Guess({**_when({**asked, **WHEN.get(stage, {})}), **doing, **told}) for stage, told in _answers(call, seen)]


def _when(conditions: dict[str, Any]) -> Told:
    return {"when": Guess({name: Guess(value) for name, value in conditions.items()})} if conditions else {}


def _doing(call: Call, seen: Seen) -> Told:
    do = seen.does(call)
    if do == "submit":
        return _start(call.exchanges[0], seen)
    return {**({} if do is None else {"do": Guess(do, "by its name")}), **_about(call, seen)}


def _start(start: Exchange, seen: Seen) -> Told:
    kind = seen.kind
    told = {"do": Guess("submit", "the job began with it")}
    told["kind"] = Guess(f"{{body.{kind.named}}}" if kind.named else kind.kind.value, kind.why)
    said = start.asked if isinstance(start.asked, dict) else {}
    counted = next((name for name, value in said.items() if is_number(value) and value == seen.clues.total), None)
    if counted is not None:
        told["items"] = Guess(f"{{body.{counted}}}", "as many as the job had")
    if "idempotency-key" in start.request_headers:
        told["once"] = Guess("{header.idempotency-key}", "the request had such a key")
    return told


def _about(call: Call, seen: Seen) -> Told:
    """Which job it is about, where the address does not say it."""
    if "{job}" in call.route:
        return {}
    asked = call.exchanges[0].asked
    job = seen.job.identity
    if isinstance(asked, dict) and job is not None:
        named = next((name for name, value in asked.items() if job.is_told(name, value)), None)
        if named is not None:
            return {"job": Guess(f"{{body.{named}}}", "the body named it")}
    if any(_speaks_of_job(guess) for _, told in _answers(call, seen) for guess in told.values()):
        return {"job": Guess("newest", "the address names no job")}
    return {}


def _speaks_of_job(guess: Guess) -> bool:
    """Whether anything but a list of jobs, or a message for each, tells of a job."""
    value = guess.value
    if isinstance(value, list):
        return any(_speaks_of_job(one) for one in value)
    if not isinstance(value, dict):
        return isinstance(value, str) and ("{job." in value or value == "job.state")
    source = value.get("each", Guess(None)).value
    if source == "jobs":
        return False
    return source is not None or any(_speaks_of_job(one) for one in value.values())


def _answers(call: Call, seen: Seen) -> list[tuple[str | None, Told]]:
    """What is answered, by the stage of the job; None is for all stages that have no answer of their own."""
    good = call.good
    if any(exchange.is_stream for exchange in good):
        if not streams.messages(call):
            seen.missing.append(f"the messages of {call.route}: the recording holds none; watch by hand instead")
        return [(None, {"stream": streams.stream(call, seen.reader)})]
    head = {} if not good or good[0].status == USUAL_STATUS else {"status": Guess(good[0].status)}
    head |= _headers(good, seen)
    if call.documents:
        return [(stage, {**head, "answer": told}) for stage, told in _documents(call, seen)]
    return [(None, {**head, **_text(call, seen)})]


def _documents(call: Call, seen: Seen) -> Iterator[tuple[str | None, Guess]]:
    """A template for each stage that is told in a shape of its own, and one for the others."""
    clues = seen.clues
    stages = by_stage(call.documents, clues.states, clues.state_name)
    usual = [one for stage, some in stages.items() if stage not in WHEN for one in some]
    for stage in WHEN:
        some = stages.get(stage, [])
        if usual and some and differs(usual, some, clues.state_name):
            yield stage, _template(some, call, seen)
        else:
            usual = [*usual, *some] if stage is ENDED else [*some, *usual]
    yield None, _template(usual, call, seen)


def _template(documents: Sequence[Any], call: Call, seen: Seen) -> Guess:
    """The template of these documents. What a start answers is read with what is asked for later, if it is the same."""
    if seen.does(call) is not None:
        documents = [*documents, *_alike(documents, call, seen)]
    told = seen.reader.template(documents)
    seen.missing.extend(f"what {place} of {call.route} follows" for place in _lost(told, ""))
    return told


def _alike(documents: Sequence[Any], call: Call, seen: Seen) -> list[Any]:
    ours = {one.name for one in whole(documents).fields()}
    others = (one for one in seen.calls if one is not call and one.documents)
    return next((one.documents for one in others if {f.name for f in whole(one.documents).fields()} == ours), [])


def _headers(good: Sequence[Exchange], seen: Seen) -> Told:
    location = next((one.headers["location"] for one in good if "location" in one.headers), None)
    guess = None if location is None else text("location", [location], seen.clues)
    told = {} if guess is None else {"headers": Guess({"Location": guess})}
    return told | ({"etag": Guess(True)} if any("etag" in one.headers for one in good if one.method == "GET") else {})


def _text(call: Call, seen: Seen) -> Told:
    """A fragment of HTML, or plain text; nothing where there was no body."""
    said = [one.body for one in call.good if one.body]
    if not said:
        return {}
    name = "html" if call.good[0].content_type.startswith(HTML) else "text"
    found = text("", said, seen.clues)
    if found is None:
        seen.missing.append(f"what the {name} of {call.route} follows; put slots into it")
    return {name: found or Guess(said[-1], "as it was last", lost=True)}


def _lost(guess: Guess, place: str) -> list[str]:
    """The places of which it is not known what they follow."""
    if guess.lost:
        return [place or "the answer"]
    if not isinstance(guess.value, dict):
        return []
    return [one for name, value in guess.value.items() for one in _lost(value, f"{place}.{name}".strip("."))]
