"""A stored trial says what it was made of and how far its clock and network can be trusted."""

from dataclasses import replace

from harness.drive.drive import Driven
from harness.engine.collect import collect
from harness.engine.prepare import prepare
from harness.engine.spec import TrialSpec
from harness.network.faults import Blackhole, Http
from harness.trace.records import FaultWindow, Page
from harness.trace.truth_event import TruthEvent
from tests.engine.given import with_faults

EVENT = TruthEvent(seq=1, at_ms=0, kind="job.accepted", job="publish", run=1, data={})
PAGE = Page(tab=0, at_ms=0, url="/", cause="open", loaded_ms=12)


def driven(*passed_through: str) -> Driven:
    return Driven(events=(EVENT,), records=(PAGE,), end_ms=139_000, passed_through=passed_through)


def test_the_header_tells_what_was_run_and_how() -> None:
    trial = collect(prepare(TrialSpec(scenario="black-hole", seed=5)), driven(), "156.0")
    header = trial.header
    assert (header.scenario, header.target, header.seed, header.defect) == ("black-hole", "reference", 5, None)
    assert (header.browser, header.clock, header.clock_error_ms, header.end_ms) == ("156.0", "virtual", 0, 139_000)
    assert (trial.truth, trial.pages) == ((EVENT,), (PAGE,))


def test_the_header_holds_what_the_target_file_taught() -> None:
    prepared = prepare(TrialSpec(scenario="black-hole"))
    told = prepared.target.told.model_copy(update={"phrases": {"Gone": "succeeded"}})
    taught = replace(prepared, plan=replace(prepared.plan, target=replace(prepared.target, told=told)))
    assert collect(taught, driven(), "").header.phrases == {"Gone": "succeeded"}


def test_the_header_holds_what_the_back_end_never_tells() -> None:
    prepared = prepare(TrialSpec(scenario="satellite-import", target="example-polling"))
    assert collect(prepared, driven(), "").header.untold == prepared.target.untold != ()
    assert collect(prepare(TrialSpec(scenario="black-hole")), driven(), "").header.untold == ()


def test_the_header_holds_what_no_person_should_see() -> None:
    prepared = prepare(TrialSpec(scenario="black-hole"))
    canaries = collect(prepared, driven(), "").header.canaries
    assert canaries == prepared.plan.wire.canaries
    assert len(canaries) > 20


def test_faults_are_stored_as_windows() -> None:
    trial = collect(with_faults(Blackhole(at_ms=5_000, end_ms=9_000)), driven(), "")
    assert trial.faults == (FaultWindow(kind="blackhole", at_ms=5_000, end_ms=9_000),)


def test_a_fault_without_an_end_stands_until_the_trials() -> None:
    (window,) = collect(with_faults(Http(at_ms=5_000, end_ms=None, status=502)), driven(), "").faults
    assert (window.kind, window.at_ms, window.end_ms, window.detail["status"]) == ("http", 5_000, 139_000, 502)


def test_what_passed_by_the_wire_is_counted_and_its_first_paths_named() -> None:
    urls = [f"http://127.0.0.1:8000/{name}?n=1" for name in ("a", "b", "a", "c", "d")]
    header = collect(prepare(TrialSpec(scenario="black-hole")), driven(*urls), "").header
    assert (header.passed_through, header.passed_paths) == (5, ("/a", "/b", "/c"))
    header = collect(prepare(TrialSpec(scenario="black-hole")), driven(), "").header
    assert (header.passed_through, header.passed_paths) == (0, ())
