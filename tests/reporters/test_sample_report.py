"""The report that is kept in the repository: small, of no machine, and what ``make sample`` writes today."""

import json
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser

from tests import samples
from tests.reporters.browsing import Watched

SHOWN_ANYWHERE = ("finding", "fault", "state", "end")


def told(report: str) -> dict[str, Any]:
    """What the sample is about. Other laws may come, and pictures differ from machine to machine; how many fit, too."""
    parts = samples.held(report)
    data, trial = json.loads(parts["meanwhile-data"]), json.loads(parts["meanwhile-trial-0"])
    (one,) = data["trials"]
    return {
        "scenario": one["scenario"]["title"],
        "found": [(found["law"], found["at_ms"], found["sentence"]) for found in one["result"]["findings"]],
        "timeline": trial["timeline"],
        "pictures": [
            (shown["at"], shown["kind"], shown["label"])
            for shown in trial["pictures"]
            if shown["kind"] in SHOWN_ANYWHERE
        ],
    }


def sample() -> str:
    return samples.SAMPLE.read_text(encoding="utf-8")


def test_it_is_small() -> None:
    assert samples.SAMPLE.stat().st_size < samples.MOST_BYTES


def test_what_is_of_a_machine_is_taken_out() -> None:
    session = {"started": "2031-02-03", "wall_ms": 77, "command": "meanwhile run --report /there"}
    result = {"wall_ms": 66}
    picture = {"at": 1, "kind": "state", "label": "running", "image": "kept"}
    big = {"at": 0, "kind": "before", "label": "a step", "image": "big"}
    report = "".join(
        f'<script type="application/json" id="meanwhile-{name}">{held}</script>\n'
        for name, held in (
            ("data", json.dumps({"session": session, "trials": [{"result": result}]})),
            ("picture-kept", "data:"),
            ("picture-big", "x" * samples.PICTURE_BYTES),
            ("trial-0", json.dumps({"header": {"browser": "156.0"}, "pictures": [big, picture]})),
        )
    )
    parts = samples.held(samples.anywhere(report))
    data, trial = json.loads(parts["meanwhile-data"]), json.loads(parts["meanwhile-trial-0"])
    assert data["session"] == {
        "started": samples.STARTED,
        "wall_ms": 0,
        "command": "meanwhile run offline-across-end --defect ignores-snapshot",
    }
    assert data["trials"] == [{"result": {"wall_ms": 0}}]
    assert trial == {"header": {"browser": samples.BROWSER}, "pictures": [picture]}
    assert list(parts) == ["meanwhile-data", "meanwhile-picture-kept", "meanwhile-trial-0"]


@pytest.mark.browser
def test_it_is_what_the_command_makes(tmp_path: Path) -> None:
    again = tmp_path / "again.html"
    samples.make(again)
    made = again.read_text(encoding="utf-8")
    assert told(sample()) == told(made), "run: make sample"
    assert samples.viewer(sample()) == samples.viewer(made), "run: make sample"


@pytest.mark.browser
def test_it_opens_on_its_finding_and_asks_nothing(browser: Browser) -> None:
    watched = Watched(browser, samples.SAMPLE)
    assert "&finding=1" in watched.address
    assert "In truth" in watched.page.locator(".versus").inner_text()
    assert watched.page.locator(".film img").count() > 4
    assert (watched.network(), watched.complaints) == ([], [])
    watched.page.close()
