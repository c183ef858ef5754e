"""Guesses as YAML that a person goes on with: each with its reason behind it."""

import json
import re
from collections.abc import Iterator
from typing import Any

from harness.proposal.guess import Guess

WIDE = 100
_PLAIN_KEY = re.compile(r"[A-Za-z_/](?:[\w ./{}?=&-]|:(?=\S))*")
_PLAIN = re.compile(r"[A-Za-z_/](?:[\w ./-]|:(?=\S))*|\d+(?:ms|s|m|h)")
_SPECIAL = {"true", "false", "null", "yes", "no", "on", "off", "y", "n"}


def lines(guess: Guess, indent: str = "") -> Iterator[str]:
    """The lines of an object or a list."""
    if isinstance(guess.value, dict):
        for name, value in guess.value.items():
            yield from _entry(f"{indent}{key(name)}:", _guess(value), indent)
    else:
        for value in guess.value:
            yield from _dashed(_guess(value), indent)


def _dashed(guess: Guess, indent: str) -> Iterator[str]:
    """An entry of a list: its first line stands behind the dash."""
    if isinstance(guess.value, dict | list) and guess.value and not _is_short(f"{indent}-", guess):
        first, *rest = lines(guess, indent + "  ")
        yield f"{indent}- {first.strip()}"
        yield from rest
    else:
        yield from _entry(f"{indent}-", guess, indent)


def key(name: str) -> str:
    """A key as YAML takes it."""
    plain = _PLAIN_KEY.fullmatch(name) and name.lower() not in _SPECIAL and name == name.strip()
    return name if plain else _quoted(name)


def scalar(value: Any) -> str:
    """A scalar as YAML and JSON both read it."""
    if isinstance(value, str) and _PLAIN.fullmatch(value) and value.lower() not in _SPECIAL and value == value.strip():
        return value
    return _quoted(value)


def _quoted(value: Any) -> str:
    """As JSON, which is YAML too; what cannot be printed is escaped."""
    return json.dumps(value, ensure_ascii=not str(value).isprintable())


def _guess(value: Any) -> Guess:
    return value if isinstance(value, Guess) else Guess(value)


def _entry(head: str, guess: Guess, indent: str) -> Iterator[str]:
    if not isinstance(guess.value, dict | list):
        yield _commented(f"{head} {scalar(guess.value)}", guess.why)
    elif _is_short(head, guess):
        yield _commented(f"{head} {_flow(guess)}", _reasons(guess))
    else:
        yield _commented(head, guess.why)
        yield from lines(guess, indent + "  ")


def _is_short(head: str, guess: Guess) -> bool:
    short = _flow(guess)
    return short is not None and (not guess.value or len(head) + len(short) < WIDE)


def _commented(line: str, why: str) -> str:
    return f"{line} # {' '.join(why.split())}" if why else line


def _reasons(guess: Guess) -> str:
    return guess.why or next((why for value in _values(guess) if (why := _reasons(value))), "")


def _values(guess: Guess) -> list[Guess]:
    if isinstance(guess.value, dict):
        return [_guess(value) for value in guess.value.values()]
    return [_guess(value) for value in guess.value] if isinstance(guess.value, list) else []


def _flow(guess: Guess) -> str | None:
    """On one line, where no more than one reason is to be given."""
    reasons = {why for value in _values(guess) if (why := _reasons(value))} | ({guess.why} - {""})
    nested = any(isinstance(value.value, dict | list) and value.value for value in _values(guess))
    if len(reasons) > 1 or nested:
        return None
    if isinstance(guess.value, dict):
        return "{" + ", ".join(f"{key(name)}: {_scalar(value)}" for name, value in guess.value.items()) + "}"
    return "[" + ", ".join(_scalar(value) for value in guess.value) + "]"


def _scalar(value: Any) -> str:
    told = _guess(value).value
    return "[]" if told == [] else "{}" if told == {} else scalar(told)
