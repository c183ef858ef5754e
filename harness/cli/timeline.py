"""The timeline of a scenario, in words and with simple bars, for a terminal: a block for each run, then crowds."""

from collections.abc import Iterator, Sequence

from harness.cli.bars import FILLING, WIDTH, Scale, heights
from harness.cli.crowd import Crowd, told_and_summed
from harness.cli.says import at, capped, cause_words, ending, items_words, moment, retry_lines, wait_line
from harness.cli.story import Doing, PhaseStory, RunStory, Stretch, stories
from harness.cli.world_words import happenings, workers
from harness.core.durations import spoken
from harness.core.words import PhaseState
from harness.reporters.words import listed, number_of, printable
from harness.scenario.scenario import Scenario
from harness.trace.truth_event import TruthEvent


def timeline(scenario: Scenario, events: Sequence[TruthEvent], end_ms: int) -> Iterator[str]:
    """The lines of the timeline: the scenario, then each run in the order of acceptance, then those summed up."""
    told, summed = told_and_summed(scenario, stories(events, end_ms))
    scale = Scale(min([0, *(run.from_ms for run in told)]), max([end_ms, *(run.to_ms for run in told)]))
    used = {one.doing for run in told for one in run.stretches} | {Doing.WAITING, Doing.WORKING}
    yield f"{scenario.id}: {scenario.title}"
    yield f"{workers(scenario.world)}, seed {scenario.seed}, ends {at(end_ms)}"
    legend = ", ".join(f"{FILLING[doing]} {doing}" for doing in Doing if doing in used)
    yield f"bars run from {moment(scale.from_ms) if scale.from_ms else 0} to the end: {legend}"
    yield from (f"- {line}" for line in happenings(scenario.world))
    if not told and not summed:
        yield "no job is started"
    for run in told:
        yield ""
        yield from _run(run, scale)
    for crowd in summed:
        yield ""
        yield from _crowd(crowd)


def _run(run: RunStory, scale: Scale) -> Iterator[str]:
    yield f"{run.name}: {printable(run.title)}"
    yield _line("accepted", f"{at(run.from_ms)}, started by the {run.by}")
    yield from _queue(run, scale)
    for phase in run.phases.values():
        yield from _phase(run, phase, scale)
    yield from _section("totals", _totals(run))
    yield from _retries(run)
    yield from _section("paused", _pauses(run))
    yield from _section("workers", _losses(run))
    yield from _section("cancelled", _cancelling(run))
    yield from _section("starts", [f"{moment(one.at_ms)}: {one.data.get('child')}" for one in run.of("job.spawned")])
    yield from _section("besides", [f"{moment(one.at_ms)}: {one.kind}" for one in run.others])
    yield from _causes(run)
    yield _line("outcome", ending(run))


def _line(word: str, rest: str) -> str:
    return f"  {word:<{_LABEL}} {rest}"


def _section(word: str, lines: Sequence[str]) -> Iterator[str]:
    for index, line in enumerate(capped(lines)):
        yield _line("" if index else word, line)


def _queue(run: RunStory, scale: Scale) -> Iterator[str]:
    until_ms = run.from_ms + run.waited_ms
    places = [event for event in run.of("run.queued", "queue.moved") if event.at_ms <= until_ms]
    if not places:
        yield _line("queue", "none: a worker was free" if run.started_ms is not None else "never got a worker")
        return
    shown = scale.bar([Stretch(run.from_ms, until_ms, Doing.WAITING)])
    yield _line("queue", f"{shown} waited {spoken(run.waited_ms)}")
    for line in capped([wait_line(event) for event in places]):
        yield _line("", line)
    for started in run.of("run.started")[:1]:
        yield _line("", f"{moment(started.at_ms)}: {started.data.get('worker', 'a worker')} takes it")


def _phase(run: RunStory, phase: PhaseStory, scale: Scale) -> Iterator[str]:
    title = printable(phase.title)
    if phase.from_ms is None:
        yield _line(title, "skipped" if phase.state == PhaseState.SKIPPED else "not reached")
        return
    until_ms = run.to_ms if phase.to_ms is None else phase.to_ms
    within = run.within(phase.from_ms, until_ms) or [Stretch(phase.from_ms, until_ms, Doing.WORKING)]
    took = f"{moment(phase.from_ms)} to {moment(until_ms)}"
    state = "" if phase.state == PhaseState.DONE else f", {_STATES.get(phase.state, phase.state)}"
    yield _line(title, f"{scale.bar(within)} {took}, {_done(phase, run.noun)}{state}")


def _done(phase: PhaseStory, noun: str) -> str:
    if phase.total is None:
        return f"{number_of(phase.done, noun)}, of a number that was not known"
    return f"{phase.done} of {number_of(phase.total, noun)}"


def _totals(run: RunStory) -> list[str]:
    return [
        f"{moment(event.at_ms)}: {run.phases[event.data['phase']].title}, {number_of(event.data['total'], run.noun)}"
        for event in run.of("phase.total")
        if event.data.get("phase") in run.phases and event.data.get("total") is not None
    ]


def _retries(run: RunStory) -> Iterator[str]:
    waits = len(run.of("item.retrying", "run.retrying"))
    yield _line("retries", str(waits) if waits else "none")
    for line in capped(retry_lines(run)):
        yield _line("", line)


def _pauses(run: RunStory) -> list[str]:
    """Pauses for the same reason that follow at once on one another are told as one."""
    told: list[tuple[int, int | None, str]] = []
    for paused in run.of("run.paused"):
        over = next((one.at_ms for one in run.of("run.resumed", "run.ended") if one.seq > paused.seq), None)
        why = str(paused.data.get("reason", "")).replace("-", " ") or "no reason given"
        cause = cause_words(paused.data.get("cause") or "")
        why += f", {cause}" if cause and not cause.startswith(why) else ""
        joins = bool(told) and told[-1][1:] == (paused.at_ms, why)
        told.append((told.pop()[0] if joins else paused.at_ms, over, why))
    return [
        f"{moment(from_ms)} {'until the end of this telling' if to_ms is None else f'to {moment(to_ms)}'}: {why}"
        for from_ms, to_ms, why in told
    ]


def _losses(run: RunStory) -> list[str]:
    lines = []
    for lost in run.of("worker.lost"):
        later = [event for event in run.events if event.seq > lost.seq]
        item = next((one for one in later if one.kind == "item.interrupted" and one.at_ms == lost.at_ms), None)
        halfway = f", in the middle of {items_words(item)}" if item else ""
        heir = next((one for one in later if one.kind == "run.started"), None)
        then = f"; {heir.data.get('worker')} goes on {at(heir.at_ms)}" if heir else "; nobody took it up again"
        lines.append(f"{moment(lost.at_ms)}: {lost.data.get('worker', 'a worker')} was lost{halfway}{then}")
    return lines


def _cancelling(run: RunStory) -> list[str]:
    lines = [
        f"{moment(event.at_ms)}: {str(event.data.get('mode', 'somehow')).replace('-', ' ')}"
        for event in run.of("run.cancelling")
    ]
    lost = {event.at_ms for event in run.of("worker.lost")}
    stopped = [event for event in run.of("item.interrupted") if event.at_ms not in lost]
    lines += [f"{moment(event.at_ms)}: {items_words(event)} was stopped" for event in stopped]
    undone = run.of("item.rolled_back")
    if undone:
        lines.append(f"{moment(undone[-1].at_ms)}: {number_of(len(undone), run.noun)} undone")
    kept = run.ended.data.get("kept") if run.ended else None
    return lines if kept is None else [*lines, f"{number_of(kept, run.noun)} kept"]


def _causes(run: RunStory) -> Iterator[str]:
    counts: dict[tuple[str, str, bool], int] = {}
    for event in run.of("item.failed", "item.skipped"):
        told = (event.kind.removeprefix("item."), str(event.data.get("cause")), bool(event.data.get("done")))
        counts[told] = counts.get(told, 0) + 1
    for (state, cause, done), count in counts.items():
        yield _line(state, f"{count}: {cause_words(cause)}{', though the work was done' if done else ''}")


def _crowd(crowd: Crowd) -> Iterator[str]:
    many = len(crowd.runs)
    yield f"{crowd.name}: {number_of(many, 'job')}{' of the past' if crowd.is_past else ''}, summed up"
    yield _line("accepted", f"{moment(crowd.from_ms)} to {moment(crowd.runs[-1].from_ms)}")
    counts = crowd.at_once(WIDTH, crowd.from_ms, crowd.to_ms)
    yield _line("at once", f"{heights(counts)} {max(counts)} at most, until {moment(crowd.to_ms)}")
    yield _line("waited", "{} in the middle, {} at most".format(*map(spoken, crowd.waits_ms())))
    lengths = crowd.lengths_ms()
    if lengths is not None:
        yield _line("took", "{} in the middle, {} at most".format(*map(spoken, lengths)))
    items = crowd.items()
    ends = [f"{items[f'item.{word}']} {word}" for word in ("succeeded", "failed", "skipped") if items[f"item.{word}"]]
    retries = items["item.retrying"]
    yield _line("items", f"{listed(ends) or 'none ended'}; {retries} {'retry' if retries == 1 else 'retries'}")
    yield _line("outcome", listed(f"{count} {_ENDED.get(word, word)}" for word, count in crowd.outcomes().items()))


_LABEL = 15
_STATES = {None: "not over", "skipped": "broken off"}
_ENDED = {None: "not ended", "partial": "partly succeeded"}
