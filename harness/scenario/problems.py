"""From what pydantic found to what a person can mend: the value, what is wrong with it, and the way out."""

from collections.abc import Callable, Iterable
from difflib import get_close_matches
from typing import Any

from pydantic import BaseModel
from pydantic_core import ErrorDetails

from harness.scenario.checks import Place, Problem
from harness.scenario.scenario import Scenario

Wording = Callable[[ErrorDetails], str]


def readable(error: ErrorDetails, model: type[BaseModel] = Scenario) -> Problem:
    """One of pydantic's errors on the model as a place in the file and a sentence."""
    if error["type"] == "extra_forbidden":
        return error["loc"], _unknown_key(error, model)
    wording = _WORDINGS.get(error["type"])
    place: Place = (*error["loc"], "kind") if error["type"] == "union_tag_invalid" else error["loc"]
    return place, wording(error) if wording else _other(error)


def nearest(word: str, known: Iterable[str]) -> str:
    """``; did you mean "latency"?``, or nothing where no known word is near."""
    near = near_to(word, known)
    return f'did you mean "{near}"? ' if near else ""


def near_to(word: str, known: Iterable[str]) -> str | None:
    """The known word that is nearest, None where none is near."""
    return next(iter(get_close_matches(word, list(known), n=1)), None)


def _context(error: ErrorDetails) -> dict[str, Any]:
    return error.get("ctx", {})


def _other(error: ErrorDetails) -> str:
    said = error["msg"][:1].lower() + error["msg"][1:]
    return f'"{error["input"]}" is wrong; {said}'


def _own(error: ErrorDetails) -> str:
    return str(_context(error)["error"])


def _missing(error: ErrorDetails) -> str:
    return f"is missing; write {error['loc'][-1]}: and its value here"


def _unknown_key(error: ErrorDetails, model: type[BaseModel]) -> str:
    keys = known_keys(error["loc"][:-1], model)
    known = f"keys here are {', '.join(keys)}" if keys else "leave it out"
    return f"is no key that is known here; {nearest(str(error['loc'][-1]), keys)}{known}"


def _choice(error: ErrorDetails) -> str:
    known = _context(error)["expected"].replace("'", "").replace(" or ", ", ")
    return f'"{error["input"]}" is wrong; {nearest(str(error["input"]), known.split(", "))}write one of {known}'


def _fault_kind(error: ErrorDetails) -> str:
    known = _context(error)["expected_tags"].replace("'", "")
    word = str(_context(error)["tag"])
    return f'"{word}" is no kind of fault; {nearest(word, known.split(", "))}write one of {known}'


def _number(error: ErrorDetails) -> str:
    return f'"{error["input"]}" is no number; write one such as 3'


def _whole_number(error: ErrorDetails) -> str:
    return f'"{error["input"]}" is no whole number; write one such as 3'


def _text(error: ErrorDetails) -> str:
    return f'"{error["input"]}" is no text; put it in quotes, or write a word'


def _day(error: ErrorDetails) -> str:
    return f'"{error["input"]}" is no day; write one such as 2027-01-31'


def _mapping(error: ErrorDetails) -> str:
    return f'"{error["input"]}" is no mapping; write lines of key: value below it'


def _sequence(error: ErrorDetails) -> str:
    return f'"{error["input"]}" is no list; write lines that begin with a dash below it'


def _at_least(error: ErrorDetails) -> str:
    return f'"{error["input"]}" is too small; write {_context(error)["ge"]} or more'


def _at_most(error: ErrorDetails) -> str:
    return f'"{error["input"]}" is too large; write {_context(error)["le"]} or less'


def _less_than(error: ErrorDetails) -> str:
    return f'"{error["input"]}" is too large; write less than {_context(error)["lt"]}'


_WORDINGS: dict[str, Wording] = {
    "value_error": _own,
    "missing": _missing,
    "enum": _choice,
    "literal_error": _choice,
    "union_tag_invalid": _fault_kind,
    "union_tag_not_found": lambda _: "kind is missing; write kind: and the kind of fault",
    "int_type": _whole_number,
    "int_parsing": _whole_number,
    "int_from_float": _whole_number,
    "float_type": _number,
    "float_parsing": _number,
    "string_type": _text,
    "date_type": _day,
    "date_parsing": _day,
    "date_from_datetime_parsing": _day,
    "date_from_datetime_inexact": _day,
    "model_type": _mapping,
    "model_attributes_type": _mapping,
    "dict_type": _mapping,
    "tuple_type": _sequence,
    "list_type": _sequence,
    "greater_than_equal": _at_least,
    "less_than_equal": _at_most,
    "less_than": _less_than,
    "string_too_short": lambda _: "is empty; write some words",
}


def known_keys(place: Place, model: type[BaseModel] = Scenario) -> tuple[str, ...]:
    """The keys that the format knows at a place in the file."""
    schema = model.model_json_schema()
    node: Any = schema
    for step in place:
        node = _inside(schema, node, step)
    return tuple(_resolved(schema, node).get("properties", ()))


def _resolved(schema: dict[str, Any], node: Any) -> dict[str, Any]:
    if not isinstance(node, dict):
        return {}
    if "$ref" in node:
        return _resolved(schema, schema["$defs"][node["$ref"].rsplit("/", 1)[1]])
    options = [option for option in node.get("anyOf", ()) if option.get("type") != "null"]
    return _resolved(schema, options[0]) if options else node


def _inside(schema: dict[str, Any], node: Any, step: str | int) -> Any:
    node = _resolved(schema, node)
    if isinstance(step, int):
        return node.get("items", {})
    if step in node.get("properties", {}):
        return node["properties"][step]
    if step in node.get("discriminator", {}).get("mapping", {}):
        return {"$ref": node["discriminator"]["mapping"][step]}
    if chosen := [option for option in node.get("oneOf", ()) if option.get("$ref", "").endswith(f"/{step}")]:
        return chosen[0]
    return node.get("additionalProperties", {})
