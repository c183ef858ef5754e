"""What editors are told of a told wire beyond its types: templates, tables, routes. Descriptions and examples."""

from typing import Any

from harness.told.expressions import OF_THINGS
from harness.told.other_slots import REQUEST
from harness.told.patterns import METHODS
from harness.told.sources import SOURCES
from harness.told.vocabulary import DEFAULT, Vocabulary

BELOW = {"$below": "#/$defs/Template"}
"""A template within a template. Pydantic would follow a ``$ref``, so the schema gets it only once it is text."""


def _slots() -> str:
    things = "; ".join(f"{thing}: {', '.join(_names(thing))}" for thing in OF_THINGS)
    always = "now, version, canary, offer.publish (how many items the next publish has)"
    return f"{things}; always: {always}; of the request: {', '.join(f'{place}.NAME' for place in REQUEST)}"


def _names(thing: str) -> list[str]:
    return [slot.name.partition(".")[2] for slot in OF_THINGS[thing]]


def _source(description: str) -> dict[str, Any]:
    told = "; ".join(f"{name}: {source.doc}" for name, source in SOURCES.items())
    return {"enum": list(SOURCES), "description": f"{description} {told}."}


def _condition(description: str) -> dict[str, Any]:
    return {"type": "object", "description": description, "examples": [{"item.state": "failed"}]}


_EACH = {
    "type": "object",
    "required": ["each", "as"],
    "additionalProperties": False,
    "description": "A list: one value for each of the things.",
    "examples": [{"each": "items", "where": {"item.state": "failed"}, "as": {"name": "{item.name}"}}],
    "properties": {
        "each": _source("What to tell one by one."),
        "as": {**BELOW, "description": "What to tell of each."},
        "where": _condition("Only those of which this is so: slot, and one word or a list of words."),
        "key": {"type": "string", "description": "Makes an object instead of a list, with this as the key of each."},
        "reversed": {"type": "boolean", "description": "The last first."},
        "limit": {"description": "At most so many.", "examples": ["{query.limit ?? 20}"]},
        "offset": {"description": "Leave out so many at the beginning.", "examples": ["{query.offset}"]},
        "page": {"description": "Which stretch of limit: things, from 1.", "examples": ["{query.page ?? 1}"]},
    },
}
_SWITCH = {
    "type": "object",
    "required": ["switch", "cases"],
    "additionalProperties": False,
    "description": "One of several templates, by the value of a slot.",
    "examples": [{"switch": "job.state", "cases": {"failed": False, "succeeded": True, "default": None}}],
    "properties": {
        "switch": {"type": "string", "description": "The slot."},
        "cases": {
            "type": "object",
            "description": f"A template for each value, in the truth's own words; `{DEFAULT}` for all others.",
            "additionalProperties": BELOW,
        },
    },
}
_COUNT = {
    "type": "object",
    "required": ["count_of"],
    "additionalProperties": False,
    "description": "How many there are.",
    "examples": [{"count_of": "items", "where": {"item.state": "failed"}}],
    "properties": {
        "count_of": _source("What to count."),
        "where": _condition("Only those of which this is so."),
    },
}
_JOIN = {
    "type": "object",
    "required": ["join"],
    "additionalProperties": False,
    "description": "One text, put together from pieces; those that hold nothing are passed over.",
    "examples": [{"join": ["{job.failed} failed", "{job.skipped} skipped"], "with": ", "}],
    "properties": {
        "join": {**BELOW, "description": "The pieces, as a list."},
        "with": {"type": "string", "description": "What stands between two pieces.", "default": ""},
    },
}
TEMPLATE: dict[str, Any] = {
    "description": "JSON with slots in braces. A slot alone keeps its type (number, true, null); in a longer text it "
    "is written out, and where it holds nothing the whole text is null. `{slot | form}` chooses a form, `{slot ?? 0}` "
    'what is said instead of null, "{omit}" leaves the key out, {{ is a brace. Slots are ' + _slots() + ".",
    "examples": [{"state": "{job.state}", "done": "{job.processed}", "total": "{job.total}"}],
    "anyOf": [
        *(_EACH, _SWITCH, _COUNT, _JOIN),
        {"type": "object", "additionalProperties": BELOW, "not": {"anyOf": [{"required": ["each", "as"]}]}},
        {"type": "array", "items": BELOW},
        {"type": ["string", "number", "boolean", "null"]},
    ],
}


def table(vocabulary: Vocabulary) -> dict[str, Any]:
    """The schema of a table that translates these words."""
    said = {word: f" Told as {other} where this is left out." for word, other in vocabulary.instead.items()}
    properties: dict[str, Any] = {
        word: {"description": f"What your back end says for {word}.{said.get(word, '')}"} for word in vocabulary.words
    }
    properties[DEFAULT] = {"description": "What it says for everything that is not named here."}
    return {"type": "object", "properties": properties, "additionalProperties": not vocabulary.words}


def routes(schema: dict[str, Any]) -> None:
    """What is known of all routes, put into their schema: what a key is, and that one answer needs no list."""
    answers = schema["additionalProperties"]
    schema["additionalProperties"] = {"anyOf": [answers, answers["items"]]}
    schema["propertyNames"] = {"pattern": f"^({'|'.join(METHODS)}) /"}


def one_or_more(schema: dict[str, Any]) -> None:
    """A list, in which one needs no dash."""
    items = schema.pop("items")
    schema.pop("type")
    schema["anyOf"] = [{"type": "array", "items": items}, items]


def publishable(text: str) -> str:
    """The schema as text, with the references that pydantic must not see."""
    return text.replace('"$below"', '"$ref"')
