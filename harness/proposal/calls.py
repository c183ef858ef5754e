"""Which requests belong to the job: which one started it, its id, which follow it, which have it do something more."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote, unquote, urlsplit

from harness.proposal.identity import JOB, Identity, scalars
from harness.proposal.watched import Exchange, Watched, as_json

OPERATIONS = ("operationName", "operation", "method", "action", "op", "command")
DOES: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("cancel", re.compile(r"cancel|abort|stop|revoke|kill|terminate", re.IGNORECASE)),
    ("retry-failed", re.compile(r"retry", re.IGNORECASE)),
    ("rerun", re.compile(r"re-?run|re-?start|again", re.IGNORECASE)),
    ("continue", re.compile(r"continue|resume|skip", re.IGNORECASE)),
)


@dataclass(frozen=True, kw_only=True, slots=True)
class Job:
    """The request that started the job, and what names it; either may not have been seen."""

    start: Exchange | None
    identity: Identity | None


@dataclass(frozen=True, kw_only=True, slots=True)
class Call:
    """Requests for the same thing. ``route`` is written as in a target file; ``operation`` is what their bodies say."""

    route: str
    exchanges: tuple[Exchange, ...]
    operation: tuple[str, str] | None = None

    @property
    def method(self) -> str:
        """The method of them all."""
        return self.exchanges[0].method

    @property
    def good(self) -> tuple[Exchange, ...]:
        """Those that were answered well."""
        return tuple(one for one in self.exchanges if one.is_good)

    @property
    def documents(self) -> list[Any]:
        """The JSON of those that were answered well with JSON."""
        return [one.answer for one in self.good if one.answer is not None]


def find_job(watched: Watched) -> Job:
    """The request whose answer names what later requests or addresses are about."""
    found = [(uses, start, one) for start in watched.calls for one, uses in _named(start, watched)]
    if found:
        _, start, identity = max(found, key=lambda one: one[0])
        return Job(start=start, identity=identity)
    return Job(start=_last_write(watched), identity=None)


def _named(start: Exchange, watched: Watched) -> Iterator[tuple[Identity, tuple[bool, bool, int, int]]]:
    """Each candidate for an id in the answer to a write, with how much speaks for it: above all that it is asked by."""
    if start.method == "GET" or not start.is_good:
        return
    for name, id in _candidates(start):
        named = Identity(id=id, base=start.path).is_key(name)
        one = Identity(id=id, keys=frozenset({name}), base=start.path)
        later = [call for call in watched.calls if call.at_ms > start.at_ms]
        asked = sum(_asks_about(call, one) for call in later)
        asked += sum(one.is_asked(within(url)) for at_ms, url in watched.addresses if at_ms >= start.at_ms)
        told = sum(_tells_of(call, one) for call in later)
        if asked or (named and told):
            yield one, (asked > 0, named, asked + told, -start.at_ms)


def _candidates(start: Exchange) -> Iterator[tuple[str, str]]:
    yield from scalars("", start.answer)
    location = unquote(urlsplit(start.headers.get("location", "")).path)
    known = unquote(start.path).split("/")
    yield from (("id", part) for part in location.split("/") if part not in known)


def _asks_about(exchange: Exchange, identity: Identity) -> bool:
    return identity.is_asked(within(exchange.url)) or _holds(exchange.asked, identity)


def _tells_of(exchange: Exchange, identity: Identity) -> bool:
    """Whether an answer, or a message of a stream, has the id in it."""
    answers = [exchange.answer, *(as_json(message.data) for message in exchange.messages)]
    return any(_holds(answer, identity) for answer in answers)


def _holds(document: Any, identity: Identity) -> bool:
    return any(identity.is_told(key, value) for key, value in scalars("", document))


def within(url: str) -> str:
    """An address without the server, whose numbers name no job."""
    return unquote(urlsplit(url)._replace(scheme="", netloc="").geturl())


def _last_write(watched: Watched) -> Exchange | None:
    """Without an id: the write that a press led to, else the last one that went well."""
    writes = [one for one in watched.calls if one.method != "GET" and one.is_good]
    pressed = [one for one in writes if any(0 <= one.at_ms - press.at_ms < 1_000 for press in watched.presses)]
    return next(iter(pressed or writes[-1:]), None)


def calls(watched: Watched, job: Job) -> list[Call]:
    """All requests to a back end, put together by what they ask for, in the order in which each was first asked."""
    grouped: dict[tuple[str, tuple[str, str] | None], list[Exchange]] = {}
    telling = _telling(watched.calls)
    for exchange in watched.calls:
        identity = job.identity if job.start is None or exchange.at_ms > job.start.at_ms else None
        key = (_route(exchange, identity, telling), _operation(exchange))
        grouped.setdefault(key, []).append(exchange)
    routes = [route for route, _ in grouped]
    return [
        Call(route=route, exchanges=tuple(exchanges), operation=operation if routes.count(route) > 1 else None)
        for (route, operation), exchanges in grouped.items()
    ]


def _operation(exchange: Exchange) -> tuple[str, str] | None:
    """What the body says is to be done, where several things are asked for at one address."""
    said = exchange.asked
    if exchange.method == "GET" or not isinstance(said, dict):
        return None
    return next(((name, said[name]) for name in OPERATIONS if isinstance(said.get(name), str)), None)


def _route(exchange: Exchange, identity: Identity | None, telling: frozenset[tuple[str, str]]) -> str:
    query = "&".join(f"{name}={value}" for name, value in exchange.query.items())
    address = _plain(f"{unquote(exchange.path)}?{query}")
    path, _, asked = (identity.in_address(address) if identity else address).partition("?")
    kept = [one for one in asked.split("&") if one.endswith(f"={JOB}") or (exchange.path, one.split("=")[0]) in telling]
    return f"{exchange.method} {path}" + (f"?{'&'.join(kept)}" if kept else "")


def _plain(address: str) -> str:
    """An address whose own braces are written as addresses write them."""
    return re.sub(r"[{}]", lambda brace: quote(brace[0]), address)


def _telling(exchanges: Sequence[Exchange]) -> frozenset[tuple[str, str]]:
    """The parameters by which one address does several things: a few words, none of them a number."""
    values: dict[tuple[str, str], set[str]] = {}
    for one in exchanges:
        for name, value in one.query.items():
            values.setdefault((one.path, name), set()).add(value)
    return frozenset(key for key, said in values.items() if 1 < len(said) < 5 and all(word.isalpha() for word in said))


def does(call: Call, job: Job) -> str | None:
    """What a write has the job do: submit, or a word that its address, its body or what was pressed for it says."""
    if call.method == "GET":
        return None
    if job.start is not None and job.start in call.exchanges:
        return "submit"
    said = f"{call.route.replace('{job}', '')} {call.operation} {call.exchanges[0].request_body or ''}"
    if call.method == "DELETE":
        said += " cancel"
    return next((do for do, pattern in DOES if pattern.search(said)), None)
