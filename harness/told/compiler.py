"""From what a file says to a template. Each mistake is noted with its place, and the rest is read all the same."""

import math
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from harness.scenario.checks import Place, Problem
from harness.scenario.problems import nearest
from harness.told.expressions import Mistake, Tables, Value, looks_like_slot, read
from harness.told.formats import in_text
from harness.told.sources import SOURCES
from harness.told.telling import asked_of, told_apart
from harness.told.template import (
    OMIT,
    Chosen,
    Condition,
    Count,
    Each,
    Fields,
    Fixed,
    Join,
    Node,
    Row,
    Switch,
    Text,
)
from harness.told.vocabulary import DEFAULT

_PIECE = re.compile(r"\{\{|\}\}|\{([^{}]*)\}|[{}]|[^{}]+")
_OMIT = "{omit}"
_EACH_KEYS = ("each", "where", "as", "key", "reversed", "limit", "offset", "page")


@dataclass(frozen=True, kw_only=True, slots=True)
class At:
    """Where in the file a template stands, and what can be spoken of there.

    ``given`` are the names in the path of its route, which are slots too.
    """

    place: Place
    things: tuple[str, ...] = ()
    given: tuple[str, ...] = ()
    is_html: bool = False

    def below(self, *steps: str | int) -> "At":
        """Further down."""
        return replace(self, place=(*self.place, *steps))

    def about(self, thing: str) -> "At":
        """The same place, with one more thing to speak of."""
        return replace(self, things=(*self.things, thing))


class Compiler:
    """Reads templates that share their tables. ``ticks``, ``tells_all``, ``canary`` and ``tells`` say what they use."""

    def __init__(self, tables: Tables) -> None:
        self.tables = tables
        self.problems: list[Problem] = []
        self.ticks = False
        self.tells_all = False
        self.canary = False
        self.tells: set[str] = set()

    def template(self, source: Any, at: At) -> Node:
        """The template."""
        if isinstance(source, str):
            return self._text(source, at)
        if isinstance(source, Mapping):
            return self._mapping(source, at)
        if isinstance(source, list):
            return Row(tuple(self.template(one, at.below(index)) for index, one in enumerate(source)))
        return Fixed(self._plain(source, at))

    def value(self, source: Any, at: At) -> Value | None:
        """A slot as ``where``, ``when`` and ``switch`` name it: with braces or without."""
        bare = str(source).strip()
        bare = bare[1:-1] if bare.startswith("{") and bare.endswith("}") else bare
        value = self._read(bare, at)
        if value is not None:
            self.tells.add(asked_of(value.slot))
        return value

    def conditions(self, source: Any, at: At) -> tuple[Condition, ...]:
        """Slots and what each may be: one word or a list of them."""
        if not isinstance(source, Mapping):
            self._note(at, f'"{source}" is no condition; write lines of slot: word, such as item.state: failed')
            return ()
        found = (self._condition(name, wanted, at.below(name)) for name, wanted in source.items())
        return tuple(condition for condition in found if condition is not None)

    def _note(self, at: At, sentence: str) -> None:
        self.problems.append((at.place, sentence))

    def _read(self, source: str, at: At) -> Value | None:
        try:
            value = read(source, at.things, self.tables, at.given)
        except Mistake as mistake:
            self._note(at, str(mistake))
            return None
        self.ticks |= value.slot.ticks
        self.tells_all |= value.slot.name == "version"
        self.canary |= value.slot.name == "canary"
        return value

    def _plain(self, source: Any, at: At) -> Any:
        """A number, true, false or null, without what the YAML reader knows of it."""
        if source is None or isinstance(source, bool):
            return source
        if isinstance(source, int):
            return int(source)
        if isinstance(source, float) and math.isfinite(source):
            return float(source)
        self._note(at, f'"{source}" is nothing that JSON can say; put it in quotes')
        return None

    def _text(self, source: str, at: At) -> Node:
        if source.strip() == _OMIT:
            return Fixed(OMIT)
        pieces = [piece for piece in self._pieces(source, at) if piece != ""]
        if len(pieces) == 1 and isinstance(pieces[0], Value) and not at.is_html:
            return pieces[0]
        if all(isinstance(piece, str) for piece in pieces):
            return Fixed("".join(str(piece) for piece in pieces))
        return Text(tuple(pieces), escaped=at.is_html)

    def _pieces(self, source: str, at: At) -> Iterator[str | Value]:
        for match in _PIECE.finditer(source):
            piece, slot = match[0], match[1]
            if slot is not None:
                yield self._told(slot, at)
            elif piece in "{}":
                self._note(at, f'"{source.strip()}" has a brace too many; write {{{{ or }}}} for one of your own')
            else:
                yield piece[0] if piece in ("{{", "}}") else piece

    def _told(self, slot: str, at: At) -> str | Value:
        value = self._read(slot, at)
        if value is None:
            return ""
        self.tells |= {value.slot.name, *told_apart(value.slot, value.form)}
        return value

    def _mapping(self, source: Mapping[Any, Any], at: At) -> Node:
        if forgotten := _without_quotes(source):
            self._note(at, f'"{{{forgotten}}}" is no slot without quotes; write "{{{forgotten}}}" in quotes')
            return Fixed(None)
        for word, make in self._directives().items():
            if word in source:
                return make(source, at)
        fields = ((_name(name), self.template(value, at.below(name))) for name, value in source.items())
        return Fields(tuple(fields))

    def _directives(self) -> dict[str, Callable[[Mapping[str, Any], At], Node]]:
        return {"each": self._each, "switch": self._switch, "count_of": self._count, "join": self._join}

    def _each(self, source: Mapping[str, Any], at: At) -> Node:
        self._known(source, _EACH_KEYS, at)
        chosen = self._chosen(source, "each", at)
        if "as" not in source:
            self._note(at.below("each"), "each: has no as:; write as: and what to tell of each")
        if chosen is None or "as" not in source:
            return Fixed(None)
        inside = at.about(chosen.source.thing)
        return Each(
            chosen=chosen,
            told=self.template(source["as"], inside.below("as")),
            key=self.template(source["key"], inside.below("key")) if "key" in source else None,
            reversed=source.get("reversed") is True,
            **{word: self.template(source.get(word), at.below(word)) for word in ("limit", "offset", "page")},
        )

    def _count(self, source: Mapping[str, Any], at: At) -> Node:
        self._known(source, ("count_of", "where"), at)
        chosen = self._chosen(source, "count_of", at)
        return Fixed(None) if chosen is None else Count(chosen)

    def _chosen(self, source: Mapping[str, Any], word: str, at: At) -> Chosen | None:
        name = source[word]
        found = SOURCES.get(name) if isinstance(name, str) else None
        if found is None:
            said = f'"{name}" cannot be told one by one; {nearest(str(name), SOURCES)}write one of {", ".join(SOURCES)}'
            self._note(at.below(word), said)
            return None
        if found.needs and found.needs not in at.things:
            said = f'"{name}" are those of a job; name it in the path as {{job}}, or write job: newest, or each: jobs'
            self._note(at.below(word), said)
            return None
        self.tells_all |= name == "jobs"
        where = self.conditions(source["where"], at.about(found.thing).below("where")) if "where" in source else ()
        return Chosen(found, where)

    def _switch(self, source: Mapping[str, Any], at: At) -> Node:
        self._known(source, ("switch", "cases"), at)
        cases = source.get("cases")
        if not isinstance(cases, Mapping):
            self._note(at.below("switch"), "switch: has no cases:; write cases: and a line for each word below it")
            return Fixed(None)
        value = self.value(source["switch"], at.below("switch"))
        told = {_name(word): self.template(one, at.below("cases", word)) for word, one in cases.items()}
        if value is None:
            return Fixed(None)
        self._check_cases(value, told, at.below("cases"))
        found = Switch(value, told)
        self.tells |= told_apart(value.slot, found.case)
        return found

    def _check_cases(self, value: Value, cases: Mapping[str, Node], at: At) -> None:
        words = value.slot.words
        if words is None:
            return
        for case in cases:
            if not words.knows(case) and case not in (DEFAULT, "null"):
                self._note(at.below(case), _no_word(case, value))
        if unsaid := words.unsaid(cases):
            self._note(at, f"there is no case for {', '.join(unsaid)}; write them, or {DEFAULT}:")

    def _join(self, source: Mapping[str, Any], at: At) -> Node:
        self._known(source, ("join", "with"), at)
        between = source.get("with", "")
        if not isinstance(between, str):
            self._note(at.below("with"), f'"{between}" is no text; put it in quotes')
        return Join(self.template(source["join"], at.below("join")), str(between))

    def _known(self, source: Mapping[str, Any], keys: tuple[str, ...], at: At) -> None:
        for name in source:
            if name not in keys:
                said = f"is no key beside {keys[0]}:; {nearest(str(name), keys)}keys here are {', '.join(keys)}"
                self._note(at.below(name), said)

    def _condition(self, name: Any, wanted: Any, at: At) -> Condition | None:
        value = self.value(name, at)
        words = wanted if isinstance(wanted, list) else [wanted]
        nodes = tuple(self.template(word, at) for word in words)
        if value is None:
            return None
        for node in nodes:
            self._check_word(value, node, at)
        found = Condition(value, nodes)
        self.tells |= {one for one in told_apart(value.slot, found.wants) if found.wants(one.partition(":")[2])}
        return found

    def _check_word(self, value: Value, node: Node, at: At) -> None:
        words = value.slot.words
        if words is None or not isinstance(node, Fixed) or node.value is None:
            return
        told = {in_text(one) for table in self.tables.values() for one in table.values()}
        if not words.knows(in_text(node.value)) and in_text(node.value) not in told:
            self._note(at, _no_word(in_text(node.value), value))


def _without_quotes(source: Mapping[Any, Any]) -> str | None:
    """``{job.id}`` without quotes is a mapping to YAML; what stands in it."""
    if len(source) != 1:
        return None
    [(name, value)] = source.items()
    return str(name) if value is None and looks_like_slot(str(name)) else None


def _name(key: Any) -> str:
    """A key as JSON writes it: YAML may have read it as a number, a truth value or null."""
    return in_text(key)


def _no_word(word: str, value: Value) -> str:
    words = value.slot.words
    assert words is not None
    return f'"{word}" is no word of {value.slot.name}; {nearest(word, words.words)}words are {", ".join(words.words)}'
