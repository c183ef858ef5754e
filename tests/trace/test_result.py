"""Results go to JSON and come back."""

import json

import pytest
from inline_snapshot import snapshot

from harness.core.verdicts import Severity, Verdict
from harness.trace.plain import Malformed, dumps
from harness.trace.result import Finding, LawVerdict, Picture, TrialResult, Unread

FINDING = Finding(
    law="count-true",
    at_ms=184_200,
    until_ms=None,
    job="publish",
    run=1,
    said="124 of 200 items published",
    truth="publishing item 151 of 200",
    sentence='at 3 min 04.2 s: the page said "124"; in truth it was 151.',
    why="People plan by numbers.",
    tab=0,
    fingerprint="ab12",
    severity=Severity.BLOCKER,
)
RESULT = TrialResult(
    id="seller-publish-7",
    scenario="seller-publish",
    target="reference",
    defect=None,
    seed=7,
    repeat=1,
    verdicts=(
        LawVerdict(law="count-true", verdict=Verdict.FAILED, judged=31, findings=(FINDING,)),
        LawVerdict(law="reload-restores", verdict=Verdict.NOT_EXERCISED, judged=0, why="nobody reloaded"),
    ),
    findings=(FINDING,),
    exit=1,
    truth_hash="t",
    screen_hash="s",
    wall_ms=900,
    virtual_ms=600_000,
    replay="meanwhile run seller-publish --seed 7",
    pictures=(Picture(at_ms=184_200, label="Finding 1", why="the moment", file="a.webp", finding="ab12"),),
    unread=(Unread(text="17 sent to the shop", at_ms=90, tab=0, role="status", job="publish", times=3, where="Jobs"),),
)


def test_comes_back_as_it_was() -> None:
    assert TrialResult.from_json(json.loads(dumps(RESULT.to_json()))) == RESULT


def test_the_words_of_a_result() -> None:
    assert RESULT.to_json() == snapshot(
        {
            "id": "seller-publish-7",
            "scenario": "seller-publish",
            "target": "reference",
            "defect": None,
            "seed": 7,
            "repeat": 1,
            "verdicts": [
                {
                    "law": "count-true",
                    "verdict": "failed",
                    "judged": 31,
                    "findings": [
                        {
                            "law": "count-true",
                            "at_ms": 184200,
                            "until_ms": None,
                            "job": "publish",
                            "run": 1,
                            "said": "124 of 200 items published",
                            "truth": "publishing item 151 of 200",
                            "sentence": 'at 3 min 04.2 s: the page said "124"; in truth it was 151.',
                            "why": "People plan by numbers.",
                            "tab": 0,
                            "fingerprint": "ab12",
                            "severity": "blocker",
                            "status": "new",
                        }
                    ],
                },
                {"law": "reload-restores", "verdict": "not_exercised", "judged": 0, "why": "nobody reloaded"},
            ],
            "findings": [
                {
                    "law": "count-true",
                    "at_ms": 184200,
                    "until_ms": None,
                    "job": "publish",
                    "run": 1,
                    "said": "124 of 200 items published",
                    "truth": "publishing item 151 of 200",
                    "sentence": 'at 3 min 04.2 s: the page said "124"; in truth it was 151.',
                    "why": "People plan by numbers.",
                    "tab": 0,
                    "fingerprint": "ab12",
                    "severity": "blocker",
                    "status": "new",
                }
            ],
            "exit": 1,
            "truth_hash": "t",
            "screen_hash": "s",
            "wall_ms": 900,
            "virtual_ms": 600000,
            "replay": "meanwhile run seller-publish --seed 7",
            "pictures": [
                {"at_ms": 184200, "label": "Finding 1", "why": "the moment", "file": "a.webp", "finding": "ab12"}
            ],
            "unread": [
                {
                    "text": "17 sent to the shop",
                    "at_ms": 90,
                    "tab": 0,
                    "role": "status",
                    "job": "publish",
                    "times": 3,
                    "where": "Jobs",
                }
            ],
        }
    )


def test_an_unknown_verdict_is_refused() -> None:
    with pytest.raises(Malformed, match=r"LawVerdict\.verdict: 'maybe' is not a valid Verdict"):
        LawVerdict.from_json({"law": "count-true", "verdict": "maybe", "judged": 1})
