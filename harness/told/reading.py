"""From what ``wire:`` says to a book; every mistake with its place, and the way out."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from harness.scenario.checks import Place, Problem
from harness.scenario.problems import nearest
from harness.told.book import Body, Book, ReadRoute, ReadStream, TimedMessage
from harness.told.compiler import At, Compiler
from harness.told.expressions import Tables
from harness.told.file import BODIES, JOB_SAID, ErrorBody, Message, Route, Stream, WireFile
from harness.told.file import Body as ToldBody
from harness.told.formats import OWN, in_text
from harness.told.patterns import Pattern, parse
from harness.told.sources import SOURCES
from harness.told.template import Fixed, Join, Node
from harness.told.vocabulary import DEFAULT, KINDS, TRANSLATED

CONTENT_TYPES = {"answer": "application/json", "html": "text/html; charset=utf-8", "text": "text/plain; charset=utf-8"}
SUBMIT = "submit"


def read(told: WireFile) -> tuple[Book, list[Problem]]:
    """The book, and what is wrong with what it was read from: then it is of no use."""
    tables = _tables(told)
    problems = list(_of_tables(told))
    routes: list[ReadRoute] = []
    for name, answers in told.routes.items():
        place: Place = ("routes", name)
        try:
            pattern = parse(name)
        except ValueError as error:
            problems.append((place, str(error)))
            continue
        for index, route in enumerate(answers):
            one = _RouteReader(told, tables, pattern, route, (*place, index))
            routes.append(one.read())
            problems += one.problems
        problems += _never_reached(answers, place)
    if not told.routes:
        problems.append((("routes",), "is empty; write what is asked for, such as GET /tasks/{job}:, with answer:"))
    problems += _same(routes)
    routes.sort(key=lambda route: route.pattern.rank, reverse=True)
    return Book(routes=tuple(routes), kinds=told.kinds, origin=told.origin or ""), problems


class _RouteReader:
    """Reads one route. ``problems`` are what is wrong with it."""

    def __init__(self, wire: WireFile, tables: Tables, pattern: Pattern, told: Route, place: Place) -> None:
        self._wire = wire
        self._pattern = pattern
        self._told = told
        self._compiler = Compiler(tables)
        self._request = At(place=place, given=pattern.names)
        self.problems = self._compiler.problems

    def read(self) -> ReadRoute:
        """The route."""
        told = self._told
        newest = told.job == JOB_SAID
        job = None if newest or told.do == SUBMIT else self._said("job")
        about = self._request.about("job") if newest or job is not None or told.do == SUBMIT else self._request
        self._check(job_named=newest or job is not None)
        return ReadRoute(
            pattern=self._pattern,
            told=told,
            when=self._compiler.conditions(told.when, about.below("when")),
            body=self._body(told, about, told.status),
            unknown=self._error(told.unknown, self._wire.unknown, "unknown", ()),
            refused=self._error(told.refused, self._wire.refused, "refused", ("refusal",)),
            job=job,
            newest=newest,
            kind=self._kind(),
            items=self._said("items"),
            once=None if told.once is None else self._compiler.template(told.once, self._request.below("once")),
            stream=None if told.stream is None else self._stream(told.stream, about.below("stream")),
            ticks=self._compiler.ticks,
            tells_all=newest or self._compiler.tells_all,
            canary=self._compiler.canary,
            tells=frozenset(self._compiler.tells),
        )

    def _said(self, name: str) -> Node | None:
        """Where the request names it: as told, else by that name in the path."""
        told = getattr(self._told, name)
        if told is None and name in self._pattern.names:
            told = f"{{{name}}}"
        return None if told is None else self._compiler.template(told, self._request.below(name))

    def _kind(self) -> Node | None:
        node = self._said("kind")
        word = in_text(node.value) if isinstance(node, Fixed) else ""
        if word and (sentence := _no_kind(word, self._wire.kinds)):
            self.problems.append(((*self._request.place, "kind"), sentence))
        return node

    def _check(self, *, job_named: bool) -> None:
        do, place = self._told.do, self._request.place
        if do is not None and self._pattern.method == "GET":
            said = f"{do} does not go with GET, which a page may repeat at will; write POST, or leave do: out"
            self.problems.append(((*place, "do"), said))
        if do == SUBMIT and self._told.kind is None and "kind" not in self._pattern.names:
            said = 'submit needs to know what to start; write kind: publish, kind: "{body.kind}", or {kind} in the path'
            self.problems.append(((*place, "do"), said))
        if do not in (None, SUBMIT) and not job_named:
            said = f'{do} needs to know which job; write {{job}} in the path, or job: "{{body.id}}"'
            self.problems.append(((*place, "do"), said))

    def _error(self, own: ErrorBody | None, shared: ErrorBody, name: str, things: tuple[str, ...]) -> Body:
        place = (*self._request.place, name) if own is not None else (name,)
        told = own or shared
        given = self._pattern.names if own is not None else ()
        return self._body(told, At(place=place, things=things, given=given), told.status)

    def _body(self, told: ToldBody | Message, at: At, status: int | None = None) -> Body:
        name = next((name for name in ("data", *BODIES) if name in told.model_fields_set), None)
        headers = getattr(told, "headers", {})
        return Body(
            node=None if name is None else self._content(name, getattr(told, name), at.below(name)),
            content_type=CONTENT_TYPES.get(name or "answer", CONTENT_TYPES["answer"]),
            status=status,
            headers=tuple(
                (word.lower(), self._text(value, at.below("headers", word))) for word, value in headers.items()
            ),
        )

    def _content(self, name: str, told: Any, at: At) -> Node:
        if name in ("answer", "data"):
            return self._compiler.template(told, at)
        return Join(self._compiler.template(told, replace(at, is_html=name == "html")))

    def _text(self, told: str | None, at: At) -> Node:
        return Fixed(None) if told is None else self._compiler.template(told, at)

    def _stream(self, told: Stream, at: At) -> ReadStream:
        messages = (self._message(one, at.below("messages", index)) for index, one in enumerate(told.messages))
        return ReadStream(told=told, messages=tuple(messages))

    def _message(self, told: Message, at: At) -> TimedMessage:
        source = SOURCES.get(told.each or "")
        if source is not None and source.needs and source.needs not in at.things:
            said = f'"{told.each}" are those of a job, and this stream is of all; name the job in its path as {{job}}'
            self.problems.append(((*at.place, "each"), said))
        self._compiler.tells_all |= told.each == "jobs"
        inside = at.about(source.thing) if source else at
        return TimedMessage(
            told=told,
            body=self._body(told, inside),
            when=self._compiler.conditions(told.when, inside.below("when")),
            source=source,
            event=self._text(told.event, inside.below("event")),
            id=self._text(told.id, inside.below("id")),
        )


def _tables(told: WireFile) -> dict[str, Mapping[str, Any]]:
    """Every table that says something, by its name."""
    named = {name: getattr(told, name) for name in TRANSLATED}
    return {name: table for name, table in {**named, **told.tables}.items() if table}


def _of_tables(told: WireFile) -> Iterator[Problem]:
    for name, vocabulary in TRANSLATED.items():
        table: Mapping[str, Any] = getattr(told, name)
        for word in table:
            if not vocabulary.knows(word) and word != DEFAULT:
                known = f"{nearest(word, vocabulary.words)}words are {', '.join(vocabulary.words)}"
                yield (name, word), f"is no word that is known here; {known}"
        if table and (unsaid := vocabulary.unsaid(table)):
            yield (name,), f"says nothing for {', '.join(unsaid)}; write what your back end says then, or {DEFAULT}:"
    for name in told.tables:
        if name in TRANSLATED or name == OWN:
            yield ("tables", name), f"is a name that is taken; {_other_name(name)}"


def _other_name(name: str) -> str:
    return f"write {name}: beside routes:" if name in TRANSLATED else "give the table another"


def _no_kind(word: str, kinds: Mapping[str, Any]) -> str | None:
    known = {*KINDS.words, *(in_text(own) for own in kinds.values())}
    if word in known:
        return None
    return f'"{word}" is no kind of job; {nearest(word, known)}kinds are {", ".join(KINDS.words)}'


def _never_reached(answers: tuple[Route, ...], place: Place) -> Iterator[Problem]:
    """A list of answers ends with the first that needs nothing to be so."""
    for index, route in enumerate(answers):
        before = [one for one in answers[:index] if one.by_handshake == route.by_handshake]
        if before and not before[-1].when:
            yield (*place, index), "is never reached, for the answer above it has no when:; put that one last"


def _same(routes: list[ReadRoute]) -> Iterator[Problem]:
    """Two routes for the same requests."""
    seen: dict[tuple[object, ...], Pattern] = {}
    for route in routes:
        first = seen.setdefault(route.pattern.shape, route.pattern)
        if first is not route.pattern:
            said = f"is asked for by the same requests as {first}; take one away, or make it one list with when:"
            yield ("routes", str(route.pattern)), said
