"""Checks that need no reader: two trials of one page, alike but for one thing, and what their last screens say.

Another number of items must change the words, and singular and plural with them; another class of cause must change
them; other ids must not. Pure over stored trials; works on pages whose words nobody here understands.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from harness.facts.case import LOAD_MS, Case
from harness.facts.showing import tree_at
from harness.facts.tree import INLINE, Tree
from harness.microcopy.english import ENGLISH
from harness.microcopy.lists import lists_of

_TIME = re.compile(r"\b\d{1,2}:\d{2}(?::\d{2})?(?:\.\d+)?(?:\s?[ap]\.?m\b\.?)?|\b\d{4}-\d{2}-\d{2}\b", re.IGNORECASE)
_LASTED = re.compile(
    r"\b\d+(?:[.,]\d+)?\s?(?:ms|s|secs?|seconds?|min|mins?|minutes?|m|h|hours?)\b(?:\s\d+\s?\w+\b)*", re.IGNORECASE
)
_VERBS = frozenset("is was has does goes needs takes says its this as us always across less plus minus times".split())
_NAME, _ID = "(item)", "(id)"


@dataclass(frozen=True, kw_only=True, slots=True)
class Check:
    """``ok`` is None where it could not be checked; ``why`` says what was seen, in a sentence."""

    name: str
    ok: bool | None
    why: str


def last_words(case: Case) -> tuple[str, ...]:
    """Every line that stood at the end of the first run, each once: times, durations, ids and names of items apart."""
    moment = at_end(case)
    if moment is None:
        return ()
    known = _known(case)
    lines = [line for tab in case.screen.tabs for line in _lines(tree_at(case.trial, tab, moment)[0])]
    return tuple(dict.fromkeys(_apart(line, known) for line in lines))


def at_end(case: Case) -> float | None:
    """When the page has had time to tell the end of the first run; None for one that did not end."""
    keys = case.truth.runs()
    if not keys or case.truth.ended_at(keys[0]) > case.end_ms:
        return None
    return min(case.truth.ended_at(keys[0]) + LOAD_MS + case.beta_ms, case.end_ms)


def _lines(tree: Tree) -> Iterable[str]:
    for nid in tree.nodes:
        inline = tree.role(nid) in INLINE and tree.holder(nid) != nid
        text = "" if inline else tree.own_text(nid)
        if text and re.search(r"[^\W\d_]|\d", text):
            yield " ".join(text.split())


def _known(case: Case) -> tuple[tuple[re.Pattern[str], str], ...]:
    ids = {key.job for key in case.truth.runs()}
    names = sorted(case.words.items, key=len, reverse=True)
    found = [(re.compile(re.escape(name), re.IGNORECASE), _NAME) for name in names]
    return (*found, *((re.compile(rf"(?<![\w-]){re.escape(id)}(?![\w-])"), _ID) for id in ids))


def _apart(line: str, known: tuple[tuple[re.Pattern[str], str], ...]) -> str:
    for pattern, word in known:
        line = pattern.sub(word, line)
    return _LASTED.sub("(duration)", _TIME.sub("(time)", line))


def changes_with_number(cases: Mapping[int, Case], of: str) -> Check:
    """The words change with the number ``of`` items, or of failures."""
    name, said = f"another number of {of}", {number: last_words(case) for number, case in cases.items()}
    if missing := [number for number, lines in said.items() if not lines]:
        return Check(name=name, ok=None, why=f"with {missing[0]} {of} the job did not end in the trial")
    numbers = sorted(said)
    same = [(a, b) for a in numbers for b in numbers if a < b and set(said[a]) == set(said[b])]
    if same:
        return Check(name=name, ok=False, why=f"with {same[0][0]} and with {same[0][1]} the page says the same")
    return Check(name=name, ok=True, why=f"with {', '.join(map(str, numbers))} it says something else each time")


def agrees_in_number(cases: Mapping[int, Case], of: str) -> Check:
    """One item, two items: after 1 stands no plural that stands after another number too, and the other way round."""
    name = f"one and many {of}"
    foreign = next((case.screen.foreign for case in cases.values() if case.screen.foreign), None)
    if lists_of(foreign) is None:
        return Check(name=name, ok=None, why=f'the page is in "{foreign}"; how it forms a plural is not known here')
    said = {number: last_words(case) for number, case in cases.items()}
    judged = 0
    for number, lines in said.items():
        for line in lines:
            for word in _counted(number, line):
                judged += 1
                if _is_plural(word) == (number == 1):
                    return Check(name=name, ok=False, why=f'"{line}" counts {number} {word}')
    return Check(
        name=name, ok=True if judged else None, why=f"{judged} numbers stand before a noun that agrees with them"
    )


def _counted(number: int, line: str) -> list[str]:
    """The words right after the number where a noun can stand: ``1 item failed``; not ``1 of 3``, ``1 failed``."""
    words = re.findall(rf"(?<![\w.,/-]){number} ([a-z]+)\b", line.lower())
    return [word for word in words if word in ENGLISH.item_nouns or _may_be_plural(word)]


def _may_be_plural(word: str) -> bool:
    return word.endswith("s") and len(word) > len("its") and word not in _VERBS


def _is_plural(word: str) -> bool:
    return word.endswith("s") and not word.endswith("ss")


def differs_by_cause(cases: Mapping[str, Case]) -> Check:
    """The words differ from one class of cause to another."""
    name = "another cause"
    said = {cause: last_words(case) for cause, case in cases.items()}
    if missing := [cause for cause, lines in said.items() if not lines]:
        return Check(name=name, ok=None, why=f"with {missing[0]} the job did not end in the trial")
    causes = list(said)
    same = [(a, b) for index, a in enumerate(causes) for b in causes[index + 1 :] if set(said[a]) == set(said[b])]
    if same:
        return Check(name=name, ok=False, why=f"of {same[0][0]} and of {same[0][1]} the page says the same")
    return Check(name=name, ok=True, why=f"of {', '.join(causes)} it says something else each time")


def same_for_other_ids(one: Case, other: Case) -> Check:
    """The words do not differ where only ids do."""
    name, first, second = "other ids", last_words(one), last_words(other)
    if not first or not second:
        return Check(name=name, ok=None, why="the job did not end in the trial")
    odd = sorted(set(first) ^ set(second))
    if odd:
        return Check(name=name, ok=False, why=f'only with one of two ids the page says "{odd[0]}"')
    return Check(name=name, ok=True, why="with another id it says the same")
