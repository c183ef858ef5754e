"""The rows of the plot: a run with its phases and marks, a crowd as a height over time, the axis and the legend."""

from collections.abc import Sequence
from dataclasses import dataclass

from harness.cli import svg
from harness.cli.crowd import Crowd
from harness.cli.says import at, cause_words, ending, items_words, moment
from harness.cli.story import Doing, PhaseStory, RunStory, Stretch
from harness.core.durations import spoken
from harness.core.words import PhaseState
from harness.reporters.words import number_of
from harness.trace.truth_event import TruthEvent

WIDTH, LEFT, RIGHT = 1_000, 210, 970
_RUN_PX, _BAR_PX, _PHASE_PX, _THIN_PX, _GAP_PX, _CROWD_PX = 32, 15, 15, 9, 12, 34
_LEAST_PX = 1.5
_CLASSES = {Doing.WAITING: "waiting", Doing.WORKING: "working", Doing.RESTING: "resting", Doing.PAUSED: "paused"}
_MARKS = {"item.retrying": "retry", "run.retrying": "retry", "item.failed": "failed", "worker.lost": "lost"}
_NAMES = {"retry": "failed, to be tried again", "failed": "item failed", "lost": "worker lost", "over": "end"}


@dataclass(frozen=True, slots=True)
class Axis:
    """Time from left to right."""

    from_ms: int
    to_ms: int

    def x(self, at_ms: float) -> float:
        """The place of a moment."""
        return LEFT + (at_ms - self.from_ms) / max(self.to_ms - self.from_ms, 1) * (RIGHT - LEFT)

    def grid(self, top: float, bottom: float) -> str:
        """A thin line down from each round moment."""
        lines = ([(self.x(at_ms), top), (self.x(at_ms), bottom)] for at_ms in svg.ticks_ms(self.from_ms, self.to_ms))
        return "".join(svg.path(line, class_="grid") for line in lines)

    def words(self, y: float) -> str:
        """The round moments in words."""
        return "".join(self._word(at_ms, y + 14) for at_ms in svg.ticks_ms(self.from_ms, self.to_ms))

    def _word(self, at_ms: int, y: float) -> str:
        x, words = self.x(at_ms), svg.tick_words(at_ms)
        if x + 3 * len(words) < WIDTH - 8:
            return svg.text(words, x=x, y=y, class_="soft middle")
        return svg.text(words, x=WIDTH - 8, y=y, class_="soft end")

    def box(self, stretch: Stretch, y: float, height: float, more: str = "") -> str:
        """A stretch as a box."""
        x = self.x(stretch.from_ms)
        width = max(self.x(stretch.to_ms) - x, _LEAST_PX)
        hint = svg.hint(f"{stretch.doing}, {moment(stretch.from_ms)} to {moment(stretch.to_ms)}")
        return svg.element(
            "rect", hint, x=x, y=y, width=width, height=height, class_=f"{_CLASSES[stretch.doing]} {more}".strip()
        )


def run_rows(run: RunStory, axis: Axis, y: float) -> tuple[str, float]:
    """A run: its name and ending beside its bar, its marks on it, its phases below."""
    drawn = [
        svg.text(run.name, x=LEFT - 12, y=y + 12, width=LEFT - 20, class_="name end"),
        svg.text(_state(run), x=LEFT - 12, y=y + 25, width=LEFT - 10, class_="soft end"),
        *(axis.box(stretch, y, _BAR_PX) for stretch in run.stretches),
        *_marks(run, axis, y),
    ]
    below = y + _RUN_PX
    for phase in run.phases.values():
        drawn.append(_phase(run, phase, axis, below))
        below += _PHASE_PX
    return svg.element("g", svg.hint(f"{run.title}: {ending(run)}"), *drawn), below - y + _GAP_PX


def _state(run: RunStory) -> str:
    if run.ended is None:
        return "has not ended"
    outcome = str(run.ended.data.get("outcome", "ended")).replace("partial", "partly succeeded")
    return f"{outcome}, {moment(run.to_ms)}"


def _marks(run: RunStory, axis: Axis, y: float) -> list[str]:
    """Marks on the bar; of those that would lie on one another the first is drawn."""
    drawn, taken = list[str](), set[tuple[str, int]]()
    for event in run.of(*_MARKS):
        mark, x = _MARKS[event.kind], axis.x(event.at_ms)
        if (mark, round(x / 2)) not in taken:
            taken.add((mark, round(x / 2)))
            drawn.append(svg.element("g", svg.hint(_told(event)), _mark(mark, x, y)))
    if run.ended is not None:
        drawn.append(svg.element("g", svg.hint(ending(run)), _mark("over", axis.x(run.to_ms), y)))
    return drawn


def _told(event: TruthEvent) -> str:
    words = [_NAMES[_MARKS[event.kind]], items_words(event) or str(event.data.get("worker", ""))]
    cause = event.data.get("cause")
    words += [cause_words(str(cause))] if cause else []
    next_at_ms = event.data.get("next_at_ms")
    words += [f"next {at(next_at_ms)}"] if next_at_ms is not None else []
    return f"{moment(event.at_ms)}: {', '.join(word for word in words if word)}"


def _mark(mark: str, x: float, y: float) -> str:
    below = y + _BAR_PX + 2
    if mark == "over":
        return svg.path([(x, y - 3), (x, y + _BAR_PX + 3)], class_="over")
    if mark == "lost":
        top, bottom = y + 3, y + _BAR_PX - 3
        cross = [svg.path([(x - 4, top), (x + 4, bottom)]), svg.path([(x - 4, bottom), (x + 4, top)])]
        return svg.element("g", *cross, class_="lost")
    if mark == "failed":
        return svg.path([(x, below), (x - 4, below + 7), (x + 4, below + 7), (x, below)], class_="failed")
    return svg.path([(x - 3, below), (x, below + 6), (x + 3, below)], class_="retry")


def _phase(run: RunStory, phase: PhaseStory, axis: Axis, y: float) -> str:
    name = svg.text(phase.title, x=LEFT - 12, y=y + 9, width=LEFT - 30, class_="soft end")
    if phase.from_ms is None:
        word = "skipped" if phase.state == PhaseState.SKIPPED else "not reached"
        return name + svg.text(word, x=axis.x(run.to_ms) + 6, y=y + 9, class_="soft") if _fits(run, axis) else name
    until_ms = run.to_ms if phase.to_ms is None else phase.to_ms
    within = run.within(phase.from_ms, until_ms) or [Stretch(phase.from_ms, until_ms, Doing.WORKING)]
    return name + "".join(axis.box(stretch, y, _THIN_PX, "phase") for stretch in within)


def _fits(run: RunStory, axis: Axis) -> bool:
    return axis.x(run.to_ms) + 70 < RIGHT


def crowd_row(crowd: Crowd, axis: Axis, y: float) -> tuple[str, float]:
    """A crowd: how many of it had not ended, as a height over time."""
    columns = (RIGHT - LEFT) // 2
    counts = crowd.at_once(columns, axis.from_ms, axis.to_ms)
    outcomes = ", ".join(f"{count} {word or 'not ended'}" for word, count in crowd.outcomes().items())
    said = f"{crowd.name}: {number_of(len(crowd.runs), 'job')}, {max(counts)} at once at most; {outcomes}"
    lengths = crowd.lengths_ms()
    took = f"; took {spoken(lengths[0])} in the middle" if lengths else ""
    name = f"{crowd.id}: {number_of(len(crowd.runs), 'job')}"
    drawn = [
        svg.text(name, x=LEFT - 12, y=y + 14, width=LEFT - 20, class_="name end"),
        svg.text(f"{max(counts)} at once at most", x=LEFT - 12, y=y + 27, width=LEFT - 10, class_="soft end"),
        _area(counts, y + _CROWD_PX - 4),
    ]
    return svg.element("g", svg.hint(said + took), *drawn), _CROWD_PX + _GAP_PX


def _area(counts: Sequence[int], bottom: float) -> str:
    most = max([1, *counts])
    points = [(float(LEFT), bottom)]
    for column, count in enumerate(counts):
        top = bottom - count / most * (_CROWD_PX - 6)
        points += [(LEFT + 2.0 * column, top), (LEFT + 2.0 * column + 2, top)]
    return svg.path([*points, (points[-1][0], bottom)], class_="crowd")


def legend(y: float) -> tuple[str, float]:
    """What the boxes and marks mean."""
    drawn, x = list[str](), 16.0
    for doing, name in _CLASSES.items():
        drawn.append(svg.element("rect", x=x, y=y, width=22, height=11, class_=name))
        drawn.append(svg.text(doing, x=x + 28, y=y + 10, class_="soft"))
        x += 46 + 5.7 * len(doing)
    for mark, words in _NAMES.items():
        drawn.append(_mark(mark, x + 5, y + (0 if mark in ("over", "lost") else -15)))
        drawn.append(svg.text(words, x=x + 15, y=y + 10, class_="soft"))
        x += 33 + 5.7 * len(words)
    return "".join(drawn), 22
