"""A session made by hand: a seller publishes 200 items, clean and with a page that never catches up after a cut."""

import struct
import zlib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from harness.core.verdicts import Severity, Verdict
from harness.trace.about import LawInfo, ScenarioInfo, TargetInfo
from harness.trace.events import (
    ClockAdvanced,
    Event,
    FaultBegan,
    LawJudged,
    SessionFinished,
    SessionStarted,
    StepTaken,
    Totals,
    TrialFinished,
    TrialStarted,
)
from harness.trace.records import (
    Announcement,
    FaultWindow,
    Header,
    Message,
    Page,
    Record,
    Request,
    ScreenDelta,
    Step,
)
from harness.trace.result import Finding, LawVerdict, Picture, TrialResult
from harness.trace.trial import write_trial
from harness.trace.truth_event import TruthEvent

END_MS = 640_000
CUT_MS, BACK_MS = 300_000, 330_000
SCENARIO = ScenarioInfo(
    id="seller-publish",
    title="A seller publishes 200 items while the marketplace has trouble",
    source="article A39",
    arms=("count-true", "reconnect-catches-up"),
)
RELOAD = ScenarioInfo(
    id="reload-mid-publish",
    title="A reload half-way through publishing keeps one job and tells the truth",
    source="article A136",
    arms=("reload-restores",),
)
LAWS = tuple(
    LawInfo(id=id_, title=title, failure_title=failed, why=why, severity=severity, source=source)
    for id_, title, failed, why, severity, source in (
        (
            "count-true",
            "Every number on the page is true",
            "A number on the page was not true",
            "People plan by numbers: when to come back, whether to tell a colleague, whether to worry.",
            Severity.BLOCKER,
            "article A39, A107",
        ),
        (
            "no-premature-terminal",
            "The page says that a job ended only after it ended",
            "The page said that a job ended while it was still running",
            "People act on an ending: they close the tab, delete the source file, tell a colleague.",
            Severity.BLOCKER,
            "article A72; AIP-151 done",
        ),
        (
            "reconnect-catches-up",
            "After the connection returns the page catches up",
            "After the connection returned the page stayed behind",
            "A page that looks alive and is minutes behind is worse than one that says so.",
            Severity.BLOCKER,
            "article A135",
        ),
        (
            "reload-restores",
            "A reload brings back the job as it is now",
            "After a reload the job was gone or told wrong",
            "A reload is what people do when they doubt a page: it has to settle the doubt.",
            Severity.BLOCKER,
            "article A136",
        ),
    )
)


def truth_events() -> list[TruthEvent]:
    """The job: queued 6 s, validated in 40 s, published in ten minutes with three failures and a storm of retries."""
    made: list[tuple[int, str, dict[str, Any]]] = [
        (400, "job.accepted", {
            "kind": "publish", "title": "Publish 200 items", "noun": "item", "total": 200, "by": "person",
            "max_attempts": 3,
            "phases": [
                {"id": "validate", "title": "Validate", "total": 200},
                {"id": "publish", "title": "Publish", "total": 200},
            ],
        }),
        (400, "run.queued", {"ahead": 2, "reason": "no-free-worker"}),
        (3_000, "queue.moved", {"ahead": 1, "reason": "no-free-worker"}),
        (6_400, "run.started", {"worker": "worker-1"}),
        (6_400, "phase.started", {"phase": "validate", "total": 200}),
        *((6_400 + 200 * n, "phase.advanced", {"phase": "validate", "done": n}) for n in range(1, 201)),
        (46_400, "phase.ended", {"phase": "validate", "state": "done"}),
        (46_400, "phase.started", {"phase": "publish", "total": 200}),
    ]  # fmt: skip
    for n in range(1, 201):
        made += _item(n)
    made += [
        (600_000, "phase.ended", {"phase": "publish", "state": "done"}),
        (600_000, "run.ended", {"outcome": "partial", "succeeded": 197, "failed": 3, "skipped": 0}),
    ]
    ordered = sorted(made, key=lambda one: one[0])
    return [
        TruthEvent(seq=seq, at_ms=at_ms, kind=kind, job="publish", run=1, data=data)
        for seq, (at_ms, kind, data) in enumerate(ordered, 1)
    ]


def ended_at(n: int) -> int:
    """When the nth item ended: slower while the marketplace has trouble."""
    share = n / 200
    return 46_400 + int(553_000 * (share - 0.12 * share * (1 - share)))


def _item(n: int) -> Iterator[tuple[int, str, dict[str, Any]]]:
    item = {"item": f"item-{n:03d}", "name": f"Listing {n}", "phase": "publish"}
    at_ms = ended_at(n)
    if 70 <= n <= 84:
        wait = {**item, "attempt": 2, "max": 3, "cause": "timeout", "next_at_ms": at_ms - 200}
        yield at_ms - 2_000, "item.retrying", wait
        yield at_ms - 200, "item.resumed", {**item, "attempt": 2}
    if n in (61, 128, 190):
        yield at_ms, "item.failed", {**item, "attempt": 1, "cause": "missing-id"}
    else:
        yield at_ms, "item.succeeded", {**item, "attempt": 2 if 70 <= n <= 84 else 1}


def trial_records(*, stuck: bool, seed: int = 7) -> list[Record]:
    """The stored trial. ``stuck``: the page stands still from the cut to the end."""
    header = Header(
        scenario=SCENARIO.id, target="reference", browser="chromium 140", clock="virtual", speed=1, clock_error_ms=0,
        beta_ms=1_126, refresh_ms=0, transport="sse", seed=seed, profile="slow-3g",
        defect="ignores-snapshot" if stuck else None, end_ms=END_MS,
    )  # fmt: skip
    records: list[Record] = [header, *truth_events()]
    records += [Step(n=1, do="submit", at_ms=0, tab=0, done_ms=60, job="publish")]
    records += [FaultWindow(kind="blackhole", at_ms=CUT_MS, end_ms=BACK_MS)]
    records += [*_requests(), *_messages()]
    records += [
        Page(tab=0, at_ms=0, url="/", cause="open"),
        Page(tab=0, at_ms=900, url="/jobs/publish", cause="navigate"),
    ]
    return [*records, *_screens(stuck=stuck), *_announcements(stuck=stuck)]


def _requests() -> Iterator[Request]:
    rows: list[tuple[int, int | None, str, str, int | None, str | None, str]] = [
        (5, 600, "GET", "/api/catalogue", 200, None, "fetch"),
        (60, 1_020, "POST", "/api/jobs", 202, None, "fetch"),
        (1_080, 1_660, "GET", "/api/jobs/publish/events", 200, "blackhole", "eventsource"),
        (332_000, 332_600, "GET", "/api/jobs/publish/events", 200, None, "eventsource"),
        (601_000, 601_600, "GET", "/api/jobs/publish/items?state=failed", 200, None, "fetch"),
    ]
    for number, (sent, answered, method, path, status, fault, via) in enumerate(rows, 1):
        yield Request(
            id=f"r{number}", tab=0, method=method, path=path, sent_ms=sent, arrived_ms=sent + 280,
            answered_ms=answered, status=status, fault=fault, via=via,
        )  # fmt: skip


def _messages() -> Iterator[Message]:
    for event in truth_events():
        if event.at_ms < 1_660:
            continue
        cut = CUT_MS <= event.at_ms < BACK_MS + 2_600
        yield Message(
            stream="r3" if event.at_ms < BACK_MS else "r4", tab=0, sent_ms=event.at_ms,
            delivered_ms=None if cut else event.at_ms + 281, event=event.kind, bytes=310,
        )  # fmt: skip


def _screens(*, stuck: bool) -> Iterator[ScreenDelta]:
    yield _screen(
        20,
        {"1": _node("main", 2, 3), "2": _node("heading", "Your catalogue"), "3": _node("button", "Publish 200 items")},
    )
    yield _screen(900, {
        "1": _node("main", 2, 4, 5, 6, 7, 8), "2": _node("heading", "Publish 200 items"),
        "4": _node("status", "Sending your request"),
        "6": _node("paragraph", "You can close this page. Publishing goes on."),
    })  # fmt: skip
    yield _screen(1_700, {"4": _node("status", "Waiting: 2 jobs ahead of yours")})
    yield _screen(3_300, {"4": _node("status", "Waiting: 1 job ahead of yours")})
    yield _screen(6_700, {"4": _node("status", "Validating 200 items")})
    yield _screen(46_700, {"4": _node("status", "Publishing 200 items")})
    for n in range(1, 201):
        at_ms = ended_at(n) + 300
        if CUT_MS <= at_ms < BACK_MS + 2_900 or (stuck and at_ms >= CUT_MS):
            continue
        failed = sum(n >= one for one in (61, 128, 190))
        said = {"5": _node("paragraph", f"{n} of 200 items processed")}
        yield _screen(at_ms, said | ({"7": _node("paragraph", f"{failed} failed")} if failed else {}))
    if stuck:
        return
    yield _screen(310_000, {"8": _node("status", "Not updated for 10 seconds. Trying to reconnect.")})
    yield ScreenDelta(tab=0, at_ms=332_700, set_={}, del_=("8",))
    yield _screen(600_300, {"4": _node("status", "197 items published, 3 failed")})


def _screen(at_ms: int, nodes: dict[str, dict[str, Any]]) -> ScreenDelta:
    return ScreenDelta(tab=0, at_ms=at_ms, set_=nodes, del_=())


def _node(role: str, *kids: str | int) -> dict[str, Any]:
    return {"role": role, "kids": list(kids)}


def _announcements(*, stuck: bool) -> Iterator[Announcement]:
    rows = [
        (1_700, "Waiting: 2 jobs ahead of yours"),
        (6_700, "Validating 200 items"),
        (46_700, "Publishing 200 items"),
    ]
    if not stuck:
        rows += [
            (310_000, "Not updated for 10 seconds. Trying to reconnect."),
            (600_300, "197 items published, 3 failed"),
        ]
    for at_ms, text in rows:
        yield Announcement(tab=0, at_ms=at_ms, politeness="polite", text=text, existed_before=True)


FINDING = Finding(
    law="reconnect-catches-up",
    at_ms=336_126,
    until_ms=END_MS,
    job="publish",
    run=1,
    said="97 of 200 items processed",
    truth="publishing item 111 of 200",
    sentence='job "Publish 200 items" at 5 min 36.1 s: the page said "97 of 200 items processed"; '
    "in truth it was publishing item 111 of 200.",
    why="A page that looks alive and is minutes behind is worse than one that says so.",
    tab=0,
    fingerprint="5f1c",
    severity=Severity.BLOCKER,
)


def result_of(*, stuck: bool, pictures: tuple[Picture, ...] = (), finding: Finding = FINDING) -> TrialResult:
    """The answer for one of the two trials."""
    findings = (finding,) if stuck else ()
    verdicts = (
        LawVerdict(law="count-true", verdict=Verdict.FAILED if stuck else Verdict.PASSED, judged=214,
                   under="reconnect-catches-up" if stuck else None),
        LawVerdict(law="no-premature-terminal", verdict=Verdict.PASSED, judged=1),
        LawVerdict(law="reconnect-catches-up", judged=1, findings=findings,
                   verdict=Verdict.FAILED if stuck else Verdict.PASSED),
        LawVerdict(law="reload-restores", verdict=Verdict.NOT_EXERCISED, judged=0, why="Nobody reloaded the page."),
    )  # fmt: skip
    name = "seller-publish-7" + ("-ignores-snapshot" if stuck else "")
    return TrialResult(
        id=name, scenario=SCENARIO.id, target="reference", defect="ignores-snapshot" if stuck else None, seed=7,
        repeat=1, verdicts=verdicts, findings=findings, exit=int(stuck), truth_hash="4be1", screen_hash="90aa",
        wall_ms=912, virtual_ms=END_MS, pictures=pictures, file=f"{name}.jsonl.gz",
        replay="meanwhile run seller-publish --seed 7" + (" --defect ignores-snapshot" if stuck else ""),
    )  # fmt: skip


def png(shade: int = 200, size: int = 8) -> bytes:
    """A small grey picture."""
    rows = b"".join(b"\0" + bytes([shade]) * size for _ in range(size))
    head = struct.pack(">IIBBBBB", size, size, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + _chunk(b"IHDR", head) + _chunk(b"IDAT", zlib.compress(rows)) + _chunk(b"IEND", b"")


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def session_events(results: tuple[TrialResult, ...]) -> list[Event]:
    """What a session of these results announces."""
    findings = sum(len(result.findings) for result in results)
    events: list[Event] = [
        SessionStarted(
            scenarios=(SCENARIO, RELOAD),
            target=TargetInfo(id="reference", title="Reference job page"),
            laws=LAWS,
            started="2026-11-22T16:00:00Z",
            command="meanwhile run seller-publish --defect ignores-snapshot",
            version="0.1.0",
            trials=len(results),
        )
    ]
    for result in results:
        events += [
            TrialStarted(trial=result.id, scenario=SCENARIO, seed=7, repeat=1, defect=result.defect, end_ms=END_MS),
            StepTaken(trial=result.id, at_ms=0, do="submit", note="publish"),
            ClockAdvanced(trial=result.id, at_ms=120_000),
            FaultBegan(trial=result.id, at_ms=CUT_MS, end_ms=BACK_MS, kind="blackhole"),
            *(LawJudged(trial=result.id, verdict=verdict) for verdict in result.verdicts),
            TrialFinished(result=result),
        ]
    verdicts = {Verdict.PASSED: 5, Verdict.FAILED: 2 if findings else 0, Verdict.NOT_EXERCISED: 2}
    totals = Totals(
        trials=len(results), findings=findings, errors=0, wall_ms=2_104, virtual_ms=END_MS * len(results),
        verdicts=verdicts, never_armed=("reload-restores",), under=1 if findings else 0,
    )  # fmt: skip
    return [*events, SessionFinished(exit_code=1 if findings else 0, totals=totals)]


def stored_session(
    folder: Path, *, finding: Finding = FINDING, pictures: Mapping[str, bytes] | None = None
) -> list[Event]:
    """The session with its trials and pictures stored in the folder."""
    held = pictures or {name: png() for name in ("queued", "running", "ended", "finding")}
    for name, content in held.items():
        (folder / f"{name}.png").write_bytes(content)
    for stuck in (False, True):
        write_trial(folder / str(result_of(stuck=stuck).file), trial_records(stuck=stuck))
    clean = tuple(
        Picture(at_ms=at_ms, label=state, why=f"the job is {state}", file=f"{state}.png")
        for at_ms, state in ((2_000, "queued"), (120_000, "running"), (601_000, "ended"))
    )
    moment = Picture(
        at_ms=finding.at_ms, kind="finding", label=finding.law, why=finding.sentence, file="finding.png",
        finding=finding.fingerprint,
    )  # fmt: skip
    stuck_result = result_of(stuck=True, finding=finding, pictures=(*clean[:2], moment))
    return session_events((result_of(stuck=False, pictures=clean), stuck_result))
