"""The list of laws against the folder, and what every law must say of itself."""

from pathlib import Path

import pytest

import harness.laws
from harness.facts.case import Case
from harness.laws import ALL, judge
from harness.laws.base import Law
from tests import recorded
from tests.fixtures import specs
from tests.tiny import Tiny, running

NOT_LAWS = {"__init__", "base", "umbrellas"}
FOLDER = Path(harness.laws.__file__).parent
KINDS = {"passes": "passed", "fails": "failed", "not-applicable": "not_exercised"}


def test_the_list_is_the_folder() -> None:
    files = {path.stem for path in FOLDER.glob("*.py")} - NOT_LAWS
    assert {law.id.replace("-", "_") for law in ALL} == files
    assert len(ALL) == len({law.id for law in ALL})


@pytest.mark.parametrize("law", ALL, ids=lambda law: law.id)
def test_a_law_speaks_plain_sentences(law: Law) -> None:
    for text in (law.title, law.failure_title, law.requires, law.why, law.instead, law.source):
        assert text == text.strip()
        assert text[0].isupper() or text[0].isdigit() or text.startswith(("article", "100", "“"))
    assert law.title != law.failure_title
    assert law.least >= 1


@pytest.mark.parametrize("law", ALL, ids=lambda law: law.id)
def test_a_law_is_never_passed_by_an_empty_trial(law: Law) -> None:
    assert law.judge(Tiny().case()).verdict in ("not_exercised", "not_observable")


def test_a_law_that_breaks_answers_error_and_the_others_go_on() -> None:
    broken = _broken()
    answers = judge(running().case(), (broken, *ALL))
    assert [answer.verdict for answer in answers[:1]] == ["error"]
    assert "error" not in [answer.verdict for answer in answers[1:]]


def _broken() -> Law:
    def targets(case: Case) -> list[int]:
        raise KeyError("no such thing")

    first = ALL[0]
    fields = {name: getattr(first, name) for name in Law.__slots__}
    return Law(**(fields | {"targets": targets}))


@pytest.mark.parametrize(
    ("law", "kind"),
    [pytest.param(law.id, kind, marks=recorded.together(law.id, kind)) for law in ALL for kind in KINDS],
)
def test_recorded_trials_are_judged_as_before(law: str, kind: str) -> None:
    path = recorded.path(law, kind)
    assert path.is_file(), f"{path} is missing; run `make fixtures`"
    answer = recorded.verdicts(law, kind)[law]
    wanted = {KINDS[kind]} | ({"not_observable"} if kind == "not-applicable" else set())
    assert answer.verdict in wanted, answer.why or [finding.sentence for finding in answer.findings]


@pytest.mark.parametrize(
    "name", [pytest.param(name, marks=recorded.together(*name.split("/")), id=name) for name in specs()]
)
def test_each_recorded_trial_is_the_one_that_would_be_recorded(name: str) -> None:
    spec, header = specs()[name], recorded.case(*name.split("/")).header
    assert (header.scenario, header.defect) == (Path(spec.scenario).stem, spec.defect)
