"""From a driven trial to a stored one."""

from urllib.parse import urlsplit

from harness.drive.drive import Driven
from harness.engine.prepare import Prepared
from harness.network.faults import Fault
from harness.trace.records import FaultWindow, Header, Record
from harness.trace.trial import Trial

FEW = 3


def collect(prepared: Prepared, driven: Driven, browser: str) -> Trial:
    """The trial's records, the header first."""
    begun = (fault for fault in prepared.scenario.network.every if fault.at_ms <= driven.end_ms)
    faults = [_window(fault, driven.end_ms) for fault in begun]
    records: list[Record] = [header(prepared, driven, browser), *driven.events, *faults, *driven.records]
    return Trial.of(records)


def header(prepared: Prepared, driven: Driven, browser: str) -> Header:
    """What was run, on what, and how exactly its clock and network can be trusted."""
    return Header(
        scenario=prepared.scenario.id,
        target=prepared.target.id,
        browser=browser,
        clock=prepared.spec.time,
        speed=prepared.spec.speed,
        clock_error_ms=prepared.clock_error_ms + driven.late_ms,
        beta_ms=prepared.beta_ms + driven.late_ms,
        refresh_ms=prepared.refresh_ms,
        transport=prepared.scenario.transport.value,
        seed=prepared.plan.seed,
        defect=prepared.spec.defect,
        end_ms=driven.end_ms,
        profile=prepared.scenario.network.profile.id,
        passed_through=len(driven.passed_through),
        passed_paths=_first_paths(driven.passed_through),
        canaries=prepared.plan.wire.canaries,
        phrases=dict(prepared.target.told.phrases),
        untold=prepared.target.untold,
    )


def _first_paths(urls: tuple[str, ...]) -> tuple[str, ...]:
    """Each path once, the first few."""
    return tuple(dict.fromkeys(urlsplit(url).path for url in urls))[:FEW]


def _window(fault: Fault, end_ms: int) -> FaultWindow:
    told = fault.to_page()
    at_ms, until_ms, kind = told.pop("at_ms"), told.pop("end_ms", None), told.pop("kind")
    return FaultWindow(kind=kind, at_ms=at_ms, end_ms=end_ms if until_ms is None else until_ms, detail=told)
