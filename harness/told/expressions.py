"""What stands between braces: ``job.total``, ``job.started | s``, ``job.total ?? 0``. Read, and looked up."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from harness.scenario.problems import nearest
from harness.told.formats import FORMS, OWN, Form, Sort
from harness.told.job_slots import JOB
from harness.told.other_slots import ALWAYS, REFUSAL, REQUEST, of_request
from harness.told.part_slots import CAUSE, CHILD, ITEM, PHASE
from harness.told.slots import Scene, Slot, of_scene
from harness.told.vocabulary import Vocabulary

Tables = Mapping[str, Mapping[str, Any]]
_SHAPE = re.compile(r"\s*([a-z_]+(?:\.[\w-]+)*)\s*(?:\|\s*([\w-]+)\s*)?(?:\?\?\s*(.*?)\s*)?", re.DOTALL)

OF_THINGS: dict[str, tuple[Slot, ...]] = {
    "job": of_scene("job", JOB),
    "item": of_scene("item", ITEM),
    "phase": of_scene("phase", PHASE),
    "cause": of_scene("cause", CAUSE),
    "child": of_scene("child", CHILD),
    "refusal": of_scene("refusal", REFUSAL),
}
SLOTS: dict[str, Slot] = {slot.name: slot for slots in (ALWAYS, *OF_THINGS.values()) for slot in slots}


class Mistake(Exception):
    """What is wrong with an expression, as a sentence that names the way out."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Value:
    """A slot in one of its forms; ``otherwise`` is told where it holds nothing."""

    slot: Slot
    form: Form
    otherwise: Any = None

    def fill(self, scene: Scene) -> Any:
        """The value at that scene, as JSON."""
        held = self.slot.value(scene)
        return self.otherwise if held is None else self.form(held)


def read(source: str, things: tuple[str, ...], tables: Tables, given: tuple[str, ...] = ()) -> Value:
    """The expression, where only these things are spoken of; ``given`` are names in the path. Raises Mistake."""
    shape = _SHAPE.fullmatch(source)
    if shape is None:
        raise Mistake(f'"{{{source}}}" is no slot; write one such as {{job.id}}, and {{{{ for a brace of your own')
    name, form, otherwise = shape.groups()
    slot = of_request(f"path.{name}") if name in given else find(name, things)
    return Value(slot=slot, form=_form(slot, form, tables), otherwise=None if otherwise is None else _fixed(otherwise))


def looks_like_slot(text: str) -> bool:
    """Whether a text could be what stands between braces: somebody forgot the quotes around them."""
    shape = _SHAPE.fullmatch(text)
    return shape is not None and (shape[1] in SLOTS or shape[1].partition(".")[0] in (*OF_THINGS, *REQUEST))


def find(name: str, things: tuple[str, ...]) -> Slot:
    """The slot of that name. Raises Mistake."""
    head, dot, _ = name.partition(".")
    if head in REQUEST and dot:
        return of_request(name)
    if head in OF_THINGS and head not in things:
        raise Mistake(f'"{name}" speaks of no {head} here; {_WHERE[head]}')
    if name not in SLOTS:
        raise Mistake(_unknown(name, things))
    return SLOTS[name]


_WHERE = {
    "job": "name the job in the path as {job}, or write job: newest, or each: jobs",
    "item": "write it below as: of an each: items",
    "phase": "write {job.phase.title}, or write it below as: of an each: phases",
    "cause": "write {job.cause.id}, or write it below as: of an each: causes",
    "child": "write it below as: of an each: children",
    "refusal": "write it below refused:",
}


def _unknown(name: str, things: tuple[str, ...]) -> str:
    head = name.partition(".")[0]
    here = [one for one in SLOTS if one.partition(".")[0] in things or one in {slot.name for slot in ALWAYS}]
    meant = nearest(name, here)
    if head in OF_THINGS:
        parts = ", ".join(dict.fromkeys(slot.name.split(".")[1] for slot in OF_THINGS[head]))
        return f'"{name}" is no slot; {meant}of a {head} there are {parts}'
    known = ", ".join(dict.fromkeys([*things, "now", "version", "offer", "canary", *REQUEST]))
    return f'"{name}" is no slot; {meant}slots begin with {known}'


def _form(slot: Slot, wanted: str | None, tables: Tables) -> Form:
    forms = FORMS[slot.sort]
    if slot.words is not None:
        return _word_form(slot, slot.words, wanted, tables)
    if wanted is None:
        return next(iter(forms.values()))
    if wanted not in forms:
        raise Mistake(f'"{wanted}" is no form of {slot.name}; forms are {", ".join(forms)}')
    return forms[wanted]


def _word_form(slot: Slot, words: Vocabulary, wanted: str | None, tables: Tables) -> Form:
    name = words.table if wanted is None else wanted
    if name == OWN or (wanted is None and name not in tables):
        return FORMS[Sort.WORD][OWN]
    if name not in tables:
        raise Mistake(f'"{name}" is no table; {nearest(name, tables)}write it under tables:, or write {OWN}')
    table = tables[name]
    if unsaid := words.unsaid(table):
        raise Mistake(f'table "{name}" says nothing for {", ".join(unsaid)} of {slot.name}; add them, or default:')
    return lambda word: words.told(word, table)


def _fixed(written: str) -> Any:
    try:
        return json.loads(written)
    except ValueError:
        return written[1:-1] if re.fullmatch(r"'.*'", written) else written
