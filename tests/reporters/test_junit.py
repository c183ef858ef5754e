"""JUnit XML: what GitHub, GitLab and Jenkins read of it, held by the attributes and the order that all three take."""

from dataclasses import replace
from xml.etree.ElementTree import Element, fromstring

import pytest
from inline_snapshot import snapshot

from harness.core.verdicts import Verdict
from harness.reporters.junit import junit
from tests.reporters.graded import ACCEPTED, ALL_THREE, NEW, SENTENCE, session, trial
from tests.reporters.sample import result_of

# What the readers know: Jenkins' junit-10.xsd, and the attributes that GitLab and GitHub's reporters look at.
ATTRIBUTES = {
    "testsuites": {"name", "tests", "failures", "errors", "time"},
    "testsuite": {
        *("name", "tests", "failures", "errors", "skipped", "time"),
        *("timestamp", "hostname", "id", "package"),
    },
    "properties": set(),
    "property": {"name", "value"},
    "testcase": {"name", "classname", "time"},
    "failure": {"type", "message"},
    "error": {"type", "message"},
    "skipped": {"type", "message"},
    "system-out": set(),
    "system-err": set(),
}
INSIDE = {
    "testsuites": ["testsuite"],
    "testsuite": ["properties", "testcase", "system-out", "system-err"],
    "properties": ["property"],
    "testcase": ["skipped", "error", "failure"],
}


def read(text: str) -> Element:
    root = fromstring(text)
    for element in root.iter():
        assert set(element.attrib) == ATTRIBUTES[element.tag]
        order = [INSIDE[element.tag].index(child.tag) for child in element]
        assert order == sorted(order)
        assert element.tag != "testcase" or len(element) <= 1
    return root


def cases(suite: Element) -> dict[str | None, tuple[str, str | None]]:
    return {case.get("name"): _told(case) for case in suite.iter("testcase")}


def _told(case: Element) -> tuple[str, str | None]:
    return (case[0].tag, case[0].get("message")) if len(case) else ("passed", None)


def test_each_law_is_a_case_of_the_trial() -> None:
    root = read(junit(session(ALL_THREE)))
    (suite,) = root
    assert cases(suite) == {
        "count-true": ("skipped", f"accepted until 2027-01-31: SHOP-12. {SENTENCE}"),
        "no-premature-terminal": ("skipped", f"warned: is being rebuilt. {SENTENCE}"),
        "reconnect-catches-up": ("failure", SENTENCE),
        "reload-restores": ("skipped", "off: nobody reloads"),
    }
    assert {case.get("classname") for case in suite.iter("testcase")} == {"reference.seller-publish (seed 7)"}
    counts = {name: suite.get(name) for name in ("tests", "failures", "errors", "skipped", "time", "timestamp")}
    assert counts == {
        "tests": "4",
        "failures": "1",
        "errors": "0",
        "skipped": "3",
        "time": "0.912",
        "timestamp": "2026-11-22T16:00:00",
    }
    assert (root.get("tests"), root.get("failures"), root.get("errors")) == ("4", "1", "0")


def test_a_failure_tells_why_it_matters_how_to_see_it_and_where_the_picture_is() -> None:
    (failure,) = read(junit(session(ALL_THREE))).iter("failure")
    assert failure.text == snapshot(
        """\
After the connection returned the page stayed behind

job "Publish" at 5 min 36.1 s: the page said "97 of 200"; in truth it was publishing item 111.
why it matters: A page that looks alive and is minutes behind is worse than one that says so.
see it again: meanwhile run seller-publish --seed 7 --defect ignores-snapshot
picture: report/pictures/a b.jpeg\
"""
    )


def test_a_suite_has_the_replay_and_the_pictures_as_properties() -> None:
    (suite,) = read(junit(session(ALL_THREE)))
    held = {one.get("name"): one.get("value") for one in suite.iter("property")}
    assert held == {
        "scenario": "A seller publishes 200 items while the marketplace has trouble",
        "seed": "7",
        "replay": "meanwhile run seller-publish --seed 7 --defect ignores-snapshot",
        "picture of reconnect-catches-up": "report/pictures/a b.jpeg",
    }


def test_what_concerns_the_whole_session_stands_in_the_first_suite() -> None:
    first, second = read(junit(session(ALL_THREE, replace(ALL_THREE, repeat=2))))
    told = first.findtext("system-out") or ""
    assert "not judged: reload-restores is off: nobody reloads" in told
    assert "gone: count-true in seller-publish" in told
    assert "b.yaml:3: mind this" in told
    assert not second.findtext("system-out")
    assert second.get("name") == "seller-publish (seed 7, repeat 2)"


def test_a_law_with_new_and_known_findings_fails_and_tells_both() -> None:
    known = replace(ACCEPTED, law=NEW.law)
    (failure,) = read(junit(session(trial(NEW, known)))).iter("failure")
    assert (failure.get("message") or "").count("the page said") == 1
    assert "accepted until 2027-01-31: SHOP-12" in (failure.text or "")


@pytest.mark.parametrize(
    ("verdict", "why", "told"),
    [
        (Verdict.NOT_EXERCISED, "0 judged", ("skipped", "not exercised: 0 judged")),
        (Verdict.NOT_OBSERVABLE, "hidden", ("skipped", "not observable: hidden")),
        (Verdict.CANT_TELL, "unread", ("skipped", "can't tell: unread")),
        (Verdict.ERROR, "KeyError: 3", ("error", "KeyError: 3")),
        (Verdict.PASSED, None, ("passed", None)),
    ],
)
def test_an_answer_that_is_neither_is_told_with_its_reason(verdict: Verdict, why: str, told: tuple[str, str]) -> None:
    held = result_of(stuck=False)
    first, *rest = held.verdicts
    result = replace(held, verdicts=(replace(first, verdict=verdict, why=why), *rest))
    assert cases(read(junit(session(result))))["count-true"] == told


def test_a_fault_that_another_law_tells_is_skipped() -> None:
    told = cases(read(junit(session(result_of(stuck=True)))))["count-true"]
    assert told == ("skipped", "the same fault is told by reconnect-catches-up")


def test_a_law_that_the_scenario_exists_for_and_that_did_not_pass_fails() -> None:
    unmet = replace(result_of(stuck=False), unmet=("count-true",))
    told = cases(read(junit(session(unmet))))
    assert told["count-true"] == ("failure", "count-true is what this scenario exists for, and it did not pass")
    assert told["no-premature-terminal"][0] == "passed"


def test_a_trial_that_could_not_be_judged_is_an_error() -> None:
    broken = replace(result_of(stuck=False), verdicts=(), error="the browser went \x1b away", exit=3)
    assert cases(read(junit(session(broken)))) == {
        "trial": ("error", "the browser went   away"),
        "reload-restores": ("skipped", "off: nobody reloads"),
    }


def test_a_trial_that_no_file_fits_is_an_error_that_says_so() -> None:
    misfit = replace(result_of(stuck=False), verdicts=(), error="target.yaml:8: mend it", exit=2)
    assert cases(read(junit(session(misfit))))["trial"] == ("error", "cannot be judged: target.yaml:8: mend it")


def test_a_session_that_was_broken_off_is_an_error() -> None:
    *_, last = read(junit(session(ALL_THREE, broken_off="the disk is full")))
    assert cases(last) == {"session": ("error", "the disk is full")}


def test_hostile_words_stay_words() -> None:
    finding = replace(NEW, sentence='</failure>]]> & <b a="1"> \x00 \ud800 \ufffe &amp;')
    (failure,) = read(junit(session(trial(finding)))).iter("failure")
    assert (failure.get("message") or "").startswith('</failure>]]> & <b a="1">')
