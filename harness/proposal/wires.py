"""The ``wire:`` of a proposal: its words, its routes, and what an error looks like."""

from typing import Any

from harness.proposal import names
from harness.proposal.guess import Guess
from harness.proposal.routes import route
from harness.proposal.seen import Seen
from harness.proposal.shape import is_number
from harness.proposal.state_words import StateWord, in_order
from harness.told.vocabulary import DEFAULT, STATES

NOT_FOUND = 404
CODES = frozenset(("code", "type"))


def wire(seen: Seen) -> Guess:
    """All of it."""
    routes: dict[str, list[Guess]] = {}
    for call in seen.calls:
        if call.good or seen.does(call) is not None:
            routes.setdefault(call.route, []).extend(route(call, seen))
    told = {name: answers[0] if len(answers) == 1 else Guess(answers) for name, answers in routes.items()}
    return Guess({**_origin(seen), **_states(seen), **_tables(seen), "routes": Guess(told), **_errors(seen)})


def _origin(seen: Seen) -> dict[str, Guess]:
    """Where the back end is, if not where the page is."""
    origins = {call.exchanges[0].origin for call in seen.calls} - {seen.watched.origin}
    return {"origin": Guess(min(origins), "the page asks there")} if len(origins) == 1 else {}


def _states(seen: Seen) -> dict[str, Guess]:
    table = in_order(seen.clues.states)
    unseen = [f"{ours} (told as {one.word})" for ours, one in table.items() if not one.seen]
    if not table:
        seen.missing.append("a word for the state of the job; write states:, and {job.state} where yours says it")
        return {}
    if unseen:
        seen.missing.append(f"words for states that never came: {', '.join(unseen)}; mend them under states:")
    return {"states": _words(table)}


def _words(table: dict[str, StateWord]) -> Guess:
    return Guess({ours: Guess(one.word, one.why) for ours, one in table.items()})


def _tables(seen: Seen) -> dict[str, Guess]:
    told = {name: _table(name, table, seen) for name, table in seen.reader.tables.items()}
    return {"tables": Guess(told)} if told else {}


def _table(name: str, table: dict[str, StateWord], seen: Seen) -> Guess:
    """Words that one key has of its own; of what has none it says nothing, as it did before the end."""
    words = _words(in_order(table)).value
    if STATES.unsaid({ours: one.word for ours, one in table.items()}):
        words[DEFAULT] = Guess(None, "null until the end")
    if unseen := [ours for ours, one in table.items() if not one.seen]:
        seen.missing.append(f'what "{name}" says for {", ".join(unseen)}; mend it under tables:')
    return Guess(words)


def _errors(seen: Seen) -> dict[str, Guess]:
    told = {}
    bad = [one for call in seen.calls for one in call.exchanges if 400 <= one.status < 500]
    unknown = next((one for one in bad if one.status == NOT_FOUND and one.answer is not None), None)
    if unknown is not None:
        told["unknown"] = Guess({"status": Guess(NOT_FOUND), "answer": seen.reader.template([unknown.answer])})
    refused = next((one for one in bad if one.method != "GET" and isinstance(one.answer, dict)), None)
    if refused is not None:
        told["refused"] = Guess({"answer": _refusal(refused.answer)}, f"as it answered with {refused.status}")
    else:
        seen.missing.append("what your back end answers when it refuses a start; mend refused:")
        told["refused"] = Guess({"answer": Guess({"error": Guess("{refusal.reason}")})}, "never seen: a guess")
    return told


def _refusal(answer: dict[str, Any]) -> Guess:
    return Guess({name: Guess(_of_refusal(name, value)) for name, value in answer.items()})


def _of_refusal(name: str, value: Any) -> Any:
    """Texts tell the reason or a code, numbers that are a status tell it."""
    if isinstance(value, str):
        return "{refusal.code}" if names.means(name, CODES) else "{refusal.reason}"
    return "{refusal.status}" if is_number(value) and 400 <= value < 600 else value
