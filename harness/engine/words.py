"""What a page says, looked at on purpose: the obligations of one trial, the metamorphic checks over its variants."""

from dataclasses import dataclass

from harness.drive.keeper import Keeper
from harness.engine.prepare import Prepared
from harness.engine.run_trial import drive_once
from harness.engine.unread import unread
from harness.engine.variants import Variant, variants
from harness.facts.case import Case
from harness.speech.duties import Duty, duties
from harness.speech.metamorphic import (
    Check,
    agrees_in_number,
    changes_with_number,
    differs_by_cause,
    same_for_other_ids,
)
from harness.trace.result import Unread


@dataclass(frozen=True, kw_only=True, slots=True)
class Words:
    """What was found."""

    duties: tuple[Duty, ...]
    checks: tuple[Check, ...]
    unread: tuple[Unread, ...]


async def look(prepared: Prepared, keeper: Keeper) -> Words:
    """Drive the trial and its variants, and compare."""
    case = Case(await drive_once(prepared, keeper))
    made = [(one, Case(await drive_once(one.prepared, keeper))) for one in variants(prepared)]
    return Words(duties=tuple(duties(case)), checks=tuple(_checks(made)), unread=unread(case.screen.unread))


def _checks(made: list[tuple[Variant, Case]]) -> list[Check]:
    groups: dict[str, dict[str, Case]] = {}
    for variant, case in made:
        groups.setdefault(variant.group, {})[variant.mark] = case
    by_number = {int(mark): case for mark, case in groups["numbers"].items()}
    by_failed = {int(mark): case for mark, case in groups["failed"].items()}
    return [
        changes_with_number(by_number, "items"),
        agrees_in_number(by_number, "items"),
        changes_with_number(by_failed, "failures"),
        agrees_in_number(by_failed, "failures"),
        differs_by_cause(groups["causes"]),
        same_for_other_ids(*groups["ids"].values()),
    ]
