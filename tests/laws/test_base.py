"""What a law's finding is known by, and what a law tells of itself."""

import re
from typing import Any

import pytest

from harness.facts.case import Case
from harness.facts.finding import Breach
from harness.laws import ALL
from harness.laws.base import Law, NotObservable, law
from harness.trace.fingerprint import fingerprint
from harness.trace.result import Finding
from tests import recorded
from tests.tiny import running

FAILS = [pytest.param(held, marks=recorded.together(held.id, "fails"), id=held.id) for held in ALL]


def breaking(case: Case | None = None, **told: Any) -> Finding:
    """The finding of a law that is broken once, in this way."""
    case = case or running().case()
    run = case.truth.runs()[0]
    breach: dict[str, Any] = {
        "run": run,
        "tab": 0,
        "at_ms": 3_000,
        "until_ms": 4_000,
        "said": "5 of 10",
        "truth": "it was 3",
        **told,
    }
    first = ALL[0]
    fields = {name: getattr(first, name) for name in Law.__slots__}
    made = Law(**(fields | {"targets": lambda case: [0], "expect": lambda one, case: Breach(**breach)}))
    (finding,) = made.judge(case).findings
    return finding


def test_a_finding_is_known_by_its_kind_of_claim() -> None:
    said, silent = breaking(slot="count:processed"), breaking(slot="return", said=None, silence="said nothing")
    assert (said.claim, silent.claim) == ("count:processed", "silence:return")
    assert said.fingerprint == fingerprint(
        page="reference", scenario="tiny", law=ALL[0].id, job="publish", claim="count:processed"
    )
    assert said.fingerprint != silent.fingerprint


@pytest.mark.parametrize(
    "moved", [{"at_ms": 9_000}, {"until_ms": 9_000}, {"tab": 1}, {"said": "6 of 10"}, {"truth": "it was 4"}]
)
def test_nothing_of_time_wording_or_tab_is_in_it(moved: dict[str, Any]) -> None:
    assert breaking(slot="count:processed", **moved).fingerprint == breaking(slot="count:processed").fingerprint


def test_nothing_of_the_wording_of_a_silence_is_in_it() -> None:
    one, other = (breaking(slot="end", said=None, silence=words) for words in ("was silent", "said nothing at all"))
    assert one.fingerprint == other.fingerprint


@pytest.mark.parametrize(
    ("surface", "saying"),
    [
        ("text", 'the page said "5 of 10"'),
        ("title", 'the title of the page said "5 of 10"'),
        ("drawn", "the page showed 5 of 10"),
        ("announcement", 'a live region said "5 of 10"'),
    ],
)
def test_a_sentence_tells_where_it_was_said(surface: str, saying: str) -> None:
    assert f": {saying}; in truth" in breaking(surface=surface).sentence


def test_of_a_live_region_it_tells_which() -> None:
    case = running().says(2, "4 of 10").says(2.9, "All: 5  of 10", politeness="assertive").says(4, "5 of 10").case()
    assert ': the assertive live region said "5 of 10"' in breaking(case, surface="announcement").sentence


def test_of_two_jobs_with_one_title_it_names_the_id_too() -> None:
    two = running().accepted(3, job="publish-2", title="Publish 10 items").case()
    assert breaking().sentence.startswith('job "Publish 10 items" at ')
    assert breaking(two).sentence.startswith('job "Publish 10 items" (publish) at ')


@pytest.mark.parametrize("held", FAILS)
def test_what_each_law_finds_is_known_without_numbers_and_without_words_of_the_page(held: Law) -> None:
    findings = held.judge(recorded.case(held.id, "fails")).findings
    assert findings
    for finding in findings:
        assert re.fullmatch(r"[a-z_ :-]+", finding.claim), finding.claim


def test_a_law_keeps_the_ids_that_it_had() -> None:
    @law(
        id="now", title="T", failure_title="F", requires="R", why="W", instead="I",
        severity=ALL[0].severity, source="S", targets=lambda case: [], formerly=("once",),
    )  # fmt: skip
    def renamed(target: object, case: Case) -> None:
        """Nothing is ever broken."""

    assert (renamed.formerly, renamed.info.formerly) == (("once",), ("once",))


def test_no_law_has_an_id_that_another_has_or_had() -> None:
    ids = [id for held in ALL for id in (held.id, *held.formerly)]
    assert len(ids) == len(set(ids))


def test_what_fails_is_told_beside_what_cannot_be_seen() -> None:
    case = running().case()
    broken = Breach(run=case.truth.runs()[0], tab=0, at_ms=3_000, until_ms=4_000, said="5 of 10", truth="it was 3")

    def expect(one: bool, case: Case) -> Breach | None:
        if one:
            return broken
        raise NotObservable("the page is dark")

    def verdict(*targets: bool) -> str:
        fields = {name: getattr(ALL[0], name) for name in Law.__slots__}
        made = Law(**(fields | {"targets": lambda case: targets, "expect": expect}))
        return made.judge(case).verdict.value

    assert (verdict(False), verdict(False, True), verdict(True, False)) == ("not_observable", "failed", "failed")
