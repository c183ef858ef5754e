"""The report as a file: whole, quiet on the network, and safe against any text in it."""

import io
import json
from dataclasses import replace
from pathlib import Path

import pytest

from harness.core import resources
from harness.core.errors import HarnessTrouble
from harness.reporters.html import HtmlReporter, embedded, page, report_data
from harness.trace.events import SessionFinished, SessionStarted, TrialFinished
from harness.trace.result import Picture
from tests.reporters.conftest import SessionMaker
from tests.reporters.graded import ALL_THREE, session
from tests.reporters.sample import result_of

VIEWER = '<p><script type="application/json" id="meanwhile-data"></script></p>'
HOSTILE = "</script><!-- <script>alert(1)</script> --> & \u2028\u2029 \ud800 \\1 \\g<1>"


def test_embedded_json_cannot_be_left() -> None:
    text = embedded({"said": HOSTILE})
    assert not set("<>&\u2028\u2029") & set(text)
    assert text.isascii()
    assert json.loads(text) == {"said": HOSTILE}


def test_data_goes_into_its_one_place() -> None:
    made = "".join(page(VIEWER, {"said": HOSTILE}))
    start, end = made.index(">", 10) + 1, made.index("</script>")
    assert json.loads(made[start:end]) == {"said": HOSTILE}


@pytest.mark.parametrize("viewer", ["<p></p>", VIEWER * 2])
def test_a_viewer_without_one_place_is_refused(viewer: str) -> None:
    with pytest.raises(HarnessTrouble, match="no place for its data"):
        list(page(viewer, {}))


def test_a_session_that_never_started_has_no_report(tmp_path: Path, make_session: SessionMaker) -> None:
    ended = next(event for event in make_session() if isinstance(event, SessionFinished))
    with pytest.raises(HarnessTrouble, match="ended before it started"):
        HtmlReporter(io.StringIO(), tmp_path).handle(ended)


def test_a_picture_of_another_kind_fails_the_session(
    tmp_path: Path, make_session: SessionMaker, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "viewer.html").write_text(VIEWER)
    monkeypatch.setattr(resources, "built", lambda _name: tmp_path / "viewer.html")
    started, *_, ended = make_session()
    odd = Picture(at_ms=0, label="queued", why="state", file="queued.svg")
    reporter = HtmlReporter(io.StringIO(), tmp_path)
    reporter.handle(started)
    reporter.handle(TrialFinished(result=replace(result_of(stuck=False), file=None, pictures=(odd,))))
    with pytest.raises(HarnessTrouble, match=r"queued\.svg: a picture of the report is one of \.webp, \.png"):
        reporter.handle(ended)


def test_what_the_gate_says_is_in_the_data() -> None:
    whole = session(replace(ALL_THREE, file=None, pictures=()), broken_off="the disk is full")
    data = report_data(whole.started, whole.results, whole.finished)
    told = data["session"]
    assert "not judged: reload-restores is off: nobody reloads" in told["remarks"]
    assert any(remark.startswith("gone: count-true in seller-publish") for remark in told["remarks"])
    assert (told["new"], told["accepted"], told["warned"], told["broken_off"]) == (1, 1, 1, "the disk is full")
    assert [one["status"] for one in data["trials"][0]["result"]["findings"]] == ["new", "accepted", "warned"]
    assert data["laws"][3]["reason"] == "nobody reloads"


@pytest.mark.parametrize(("scenarios", "idle"), [(2, ["reload-restores"]), (1, [])])
def test_one_scenario_alone_need_not_put_all_laws_to_the_test(
    make_session: SessionMaker, scenarios: int, idle: list[str]
) -> None:
    started, *_, ended = make_session()
    assert isinstance(started, SessionStarted)
    assert isinstance(ended, SessionFinished)
    told = report_data(replace(started, scenarios=started.scenarios[:scenarios]), (), ended)
    assert told["session"]["never_armed"] == idle
