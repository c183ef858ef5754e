"""How much of a page that we did not write is read right: hand-made labels against what the reader claims."""

import re
from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass, field
from functools import cache, cached_property
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML

from harness.engine.prepare import prepare
from harness.engine.run_trial import drive_once
from harness.engine.spec import TrialSpec
from harness.facts.case import Case
from harness.facts.claims import Claim
from harness.facts.labels import is_numeric
from harness.facts.tree import Tree
from harness.microcopy.reader import read
from tests.engine.player import Player

LABELS = Path(__file__).parent / "labels"

SAME = {
    "ended:completed": "ended:done",
    "ended:finished": "ended:done",
    "ended:ended": "ended:done",
    "trouble": "connection:lost",
    "no_jobs:active": "no_jobs",
}
IMPLIES = {
    "queue": ("state:queued",),
    "count:retrying": ("state:retrying",),
    "attempt": ("state:retrying",),
    "state:retrying": (),
    "ended:succeeded": ("ended:done",),
    "ended:partial": ("ended:done",),
    "connection:lost": ("connection:stale",),
    "connection:stale": ("connection:lost",),
}

# A reader may take more from a sentence than its writer put in, where that is no statement about the run.
HARMLESS = ("duration", "next", "as_of", "connection", "state:unended")


OF_THE_PAGE = ("loading", "no_jobs", "connection", "sending", "as_of")
"""What a page may say before there is any job, and which is bound to none"""

Told = tuple[str, list[str], list[str]]


class Shown:
    """What a page showed in one trial, and what stood beside what."""

    def __init__(self, case: Case) -> None:
        self.claims = case.screen.claims()
        self._screens = case.trial.screens

    @cached_property
    def neighbours(self) -> dict[tuple[int, str], set[str]]:
        """(tab, node) -> each first text that ever stood beside it, cut at sixty letters, as labels give it."""
        found: dict[tuple[int, str], set[str]] = {}
        trees: dict[int, Tree] = {}
        for change in self._screens:
            if "1" in change.set_ or change.tab not in trees:
                trees[change.tab] = Tree()
            tree = trees[change.tab]
            tree.apply(change)
            for nid in {kid for changed in change.set_ for kid in (changed, *tree.kids(changed))}:
                found.setdefault((change.tab, nid), set()).add(_beside(tree, nid))
        return found


@dataclass(slots=True)
class Read:
    """The measure of one page. ``wrong`` lists label, expected and read."""

    right: int = 0
    unread: int = 0
    silent_right: int = 0
    wrong: list[Told] = field(default_factory=list)
    missed: list[Told] = field(default_factory=list)

    @property
    def claiming(self) -> int:
        """Labelled sentences that claim something."""
        return self.right + self.unread + len([1 for _, wanted, _ in self.wrong if wanted])


def measure(target: str, player: Player, among: Collection[str] | None = None) -> Read:
    """Read every labelled sentence of a page in the trial that showed it, or those that these scenarios showed."""
    cases = cache(lambda scenario: _shown(target, scenario, player))
    found = Read()
    for label in _labels(target):
        if among is not None and label["scenario"] not in among:
            continue
        if label["text"] and not re.search(r"\w", label["text"]):
            continue  # a bare mark ("✓") is no sentence
        _count(label, _codes(label, cases(label["scenario"])), found)
    return found


def most_telling(target: str, but: str) -> list[str]:
    """Scenarios, those first that showed the most of a page's labelled sentences."""
    counted = Counter(label["scenario"] for label in _labels(target))
    return [scenario for scenario, _ in counted.most_common() if scenario != but]


def _labels(target: str) -> list[dict[str, Any]]:
    labels: list[dict[str, Any]] = YAML(typ="safe").load((LABELS / f"{target}.yaml").read_text(encoding="utf-8"))
    return labels


def _shown(target: str, scenario: str, player: Player) -> Shown:
    return Shown(Case(player.wait(drive_once(prepare(TrialSpec(scenario=scenario, target=target)), player.keeper))))


def _beside(tree: Tree, nid: str) -> str:
    siblings = tree.kids(tree.parents[nid]) if nid in tree.parents else []
    return next((text[:60] for kid in siblings if kid != nid and (text := tree.own_text(kid))), "")


def _count(label: dict[str, Any], read: set[str], found: Read) -> None:
    wanted = {_plain(code) for code in label["claims"] if not _names_job(code, label["text"])}
    told = (label["text"], sorted(wanted), sorted(read))
    if not wanted <= _implied(read) | read and read <= wanted | _implied(wanted):
        found.unread += 1
        found.missed.append(told)
    elif any(not code.startswith(HARMLESS) for code in read - wanted - _implied(wanted)):
        found.wrong.append(told)
    elif wanted:
        found.right += 1
    else:
        found.silent_right += 1


def _plain(code: str) -> str:
    """One spelling for what says the same: a total is left to the noun, an ending without an outcome is done."""
    code = code.split("/", maxsplit=1)[0] if code.startswith("count") else code
    return SAME.get(code, code.replace("count:done", "count:processed").replace("count:current", "count:processed"))


def _implied(codes: set[str]) -> set[str]:
    """What other codes say without saying it: a place in the queue is waiting, a success is an end."""
    implied = {code for given, more in IMPLIES.items() for code in more if any(c.startswith(given) for c in codes)}
    return implied | ({"ended:succeeded", "ended:partial"} if "ended:done" in codes else set())


def _names_job(code: str, text: str) -> bool:
    """A job's name says its total; it is a name all the same, and claims nothing."""
    return code.startswith("count:total") and re.search(r"(?:Publish|Import) \d+ items", text) is not None


def _codes(label: dict[str, Any], shown: Shown) -> set[str]:
    """What was read from a node that showed the labelled text; of several such nodes, from the one that fits best."""
    wanted = {_plain(code) for code in label["claims"]}
    places = [_said(claims, wanted) for claims in _places(label, shown)]
    if not places and all(code.startswith(OF_THE_PAGE) for code in wanted):
        places = [{_plain(reading.code) for reading in read(label["text"]).readings if reading.kind in OF_THE_PAGE}]
    return max(places, key=lambda codes: len(codes & wanted) - len(codes - wanted), default=set())


def _said(claims: list[Claim], wanted: set[str]) -> set[str]:
    """The codes of what was read. "All 20 items were published" may be taken to tell the end, too."""
    codes = {_plain(claim.reading.code) for claim in claims}
    whole = any(claim.word == "succeeded" and claim.value == claim.reading.total for claim in claims)
    return codes | ({"ended:succeeded"} & wanted if whole else set())


def _places(label: dict[str, Any], shown: Shown) -> list[list[Claim]]:
    """Claims by node and moment. What is said of one step is no claim about the run, and the other way round."""
    groups: dict[tuple[int, str, int], list[Claim]] = {}
    for claim in shown.claims:
        if claim.kind in ("state", "ended") and (claim.phase is not None) != bool(label.get("phase")):
            continue
        if _is_of(label, claim, shown):
            groups.setdefault((claim.tab, claim.node, claim.at_ms), []).append(claim)
    return list(groups.values())


def _is_of(label: dict[str, Any], claim: Claim, shown: Shown) -> bool:
    """Whether the claim was read from what the label is about: a bar by its value, a text by its words."""
    if not label["text"]:
        return claim.surface == ("bar" if "value" in label else "drawn") and _has_value(label, claim)
    beside = label.get("beside") if is_numeric(label["text"]) else None
    if beside and beside not in shown.neighbours.get((claim.tab, claim.node), ()):
        return False  # of several equal figures the one beside these words
    # a link within stands in quotes; labels are of the text around it
    own = re.sub(r'"[^"]*"\s*', "", claim.message)
    return claim.surface in ("text", "title") and label["text"].strip() in (claim.message.strip(), own.strip())


def _has_value(label: dict[str, Any], claim: Claim) -> bool:
    return "value" not in label or claim.value == label["value"].get("now")
