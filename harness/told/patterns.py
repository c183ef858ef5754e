"""Routes as people write them: ``GET /tasks/{job}``, ``POST /jobs/{job}:cancel``, ``GET /status?task={job}``."""

import re
from dataclasses import dataclass
from functools import cached_property
from urllib.parse import parse_qsl, quote, unquote, urlsplit

METHODS = ("GET", "POST", "PUT", "PATCH", "DELETE")
_ROUTE = re.compile(r"(\S+)\s+(/\S*)")
_NAME = re.compile(r"\{(\w+)\}")
_PART = r"[^/]+"


@dataclass(frozen=True)
class Pattern:
    """A method, a path and what its query must say. A name in braces takes one part of the path, or some of it."""

    method: str
    path: str
    query: tuple[tuple[str, str], ...] = ()
    written: str = ""

    def __str__(self) -> str:
        return self.written

    @cached_property
    def names(self) -> tuple[str, ...]:
        """The names in braces."""
        return (*_NAME.findall(self.path), *(name for _, value in self.query for name in _NAME.findall(value)))

    @cached_property
    def claim(self) -> str:
        """A pattern of the path that Python and JavaScript read alike."""
        return _expression(self.path, f"{_PART}") + "$"

    @cached_property
    def shape(self) -> tuple[object, ...]:
        """Two routes of one shape are asked for by the same requests."""
        query = sorted((key, _NAME.sub("{}", value)) for key, value in self.query)
        return (self.method, _NAME.sub("{}", self.path), tuple(query))

    @cached_property
    def rank(self) -> tuple[object, ...]:
        """The more of a route is spelt out, part by part, the sooner it answers."""
        parts = [(not _NAME.search(part), len(_NAME.sub("", part))) for part in self.path.split("/")]
        return (parts, len([value for _, value in self.query if not _NAME.search(value)]), len(self.query))

    def fits_path(self, path: str) -> bool:
        """Whether the path, as it was sent, is one of this route."""
        return self._path.fullmatch(path) is not None

    def match(self, method: str, address: str) -> dict[str, str] | None:
        """What the names stand for in a request; None where it is for another route."""
        sent = urlsplit(address)
        path = self._path.fullmatch(sent.path)
        if method != self.method or path is None:
            return None
        found = {name: unquote(value) for name, value in path.groupdict().items()}
        query = dict(parse_qsl(sent.query, keep_blank_values=True))
        for key, wanted in self.query:
            if key not in query:
                return None
            if name := _NAME.fullmatch(wanted):
                found[name[1]] = query[key]
            elif query[key] != wanted:
                return None
        return found

    @cached_property
    def _path(self) -> re.Pattern[str]:
        return re.compile(_expression(self.path, r"(?P<{}>" + _PART + ")"))


def parse(route: str) -> Pattern:
    """The route. Raises ValueError with the way out."""
    shape = _ROUTE.fullmatch(route.strip())
    if shape is None or shape[1] not in METHODS:
        raise ValueError(_no_route(route.strip()))
    sent = urlsplit(shape[2])
    pattern = Pattern(shape[1], sent.path, tuple(parse_qsl(sent.query, keep_blank_values=True)), route)
    if "{" in _NAME.sub("", route) or "}" in _NAME.sub("", route):
        raise ValueError(f'"{route}" has a name that cannot be read; write one such as {{job}}')
    if twice := next((name for name in pattern.names if pattern.names.count(name) > 1), None):
        raise ValueError(f'"{route}" has {{{twice}}} twice; give one of them another name')
    return pattern


def _no_route(route: str) -> str:
    word, _, rest = route.partition(" ")
    if word.upper() in METHODS and rest:
        path = rest.strip() if rest.strip().startswith("/") else f"/{rest.strip()}"
        return f'"{route}" is no route; write {word.upper()} {path}'
    if word.startswith("/"):
        return f'"{route}" has no method; write GET {word}'
    return f'"{route}" is no route; write one such as GET /tasks/{{job}}, with one of {", ".join(METHODS)}'


def _expression(path: str, group: str) -> str:
    literals = [re.escape(quote(literal, safe="/:@!$&'()*+,;=%")) for literal in _NAME.split(path)[::2]]
    names = [group.replace("{}", name) for name in _NAME.findall(path)]
    return "".join(word for pair in zip(literals, [*names, ""], strict=True) for word in pair)
