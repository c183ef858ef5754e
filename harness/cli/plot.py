"""The plot of a scenario as one SVG file: what each job did with its time, and below it the items done over time."""

from collections.abc import Sequence
from pathlib import Path

from harness.cli import svg
from harness.cli.crowd import Crowd, told_and_summed
from harness.cli.plot_rows import LEFT, RIGHT, WIDTH, Axis, crowd_row, legend, run_rows
from harness.cli.plot_style import PATTERNS, STYLE
from harness.cli.says import at, ending
from harness.cli.story import PAST_BEFORE_MS, RunStory, stories
from harness.core.durations import spoken
from harness.core.errors import UsageError
from harness.reporters.words import number_of
from harness.scenario.scenario import Scenario
from harness.trace.truth_event import TruthEvent

SUFFIX = ".svg"
_ITEMS_PX = 150
_LABEL_PX = 13


def check_plot_file(file: str) -> Path:
    """The path of the file to draw to; a suffix other than .svg is wrong usage."""
    path = Path(file)
    if path.suffix.lower() != SUFFIX:
        raise UsageError(f'--plot "{file}": only SVG is drawn; write {path.with_suffix(SUFFIX).name or "plot.svg"}')
    return path


def write_plot(path: Path, drawn: str) -> None:
    """Write the file; a place that cannot be written to is wrong usage."""
    try:
        path.write_text(drawn, encoding="utf-8")
    except OSError as error:
        why = (error.strerror or str(error)).lower()
        raise UsageError(f'--plot "{path}": cannot be written ({why}); name a file in a folder of yours') from error


def plot(scenario: Scenario, events: Sequence[TruthEvent], end_ms: int) -> str:
    """The whole file."""
    told, summed = told_and_summed(scenario, stories(events, end_ms))
    parts = _Sheet(y=20)
    parts.add(svg.text(scenario.title, x=16, y=24, width=WIDTH - 32, class_="head"), 26)
    parts.add(svg.text(f"{scenario.id}, seed {scenario.seed}", x=16, y=42, class_="soft"), 18)
    _past(parts, [crowd for crowd in summed if crowd.is_past])
    present = [crowd for crowd in summed if not crowd.is_past]
    axis = Axis(min([0, *(run.from_ms for run in told)]), max([end_ms, 1_000, *(run.to_ms for run in told)]))
    top = parts.y
    for run in told:
        parts.add(*run_rows(run, axis, parts.y))
    for crowd in present:
        parts.add(*crowd_row(crowd, axis, parts.y))
    parts.drawn.insert(0, axis.grid(top, parts.y))
    parts.add(axis.words(parts.y), 34)
    _items(parts, [run for run in told if run.items], axis)
    parts.add(*legend(parts.y))
    return _document(scenario, told, summed, parts)


class _Sheet:
    """What has been drawn so far, and how far down."""

    def __init__(self, y: float) -> None:
        self.y = y
        self.drawn: list[str] = []

    def add(self, drawn: str, height: float) -> None:
        self.drawn.append(drawn)
        self.y += height


def _past(parts: _Sheet, past: Sequence[Crowd]) -> None:
    """The time before the trial has an axis of its own: it is hours where the trial is minutes."""
    if not past:
        return
    axis = Axis(min(crowd.from_ms for crowd in past), PAST_BEFORE_MS)
    parts.add(svg.text("Before the trial: how many jobs had not ended", x=LEFT, y=parts.y + 12, class_="soft"), 20)
    top = parts.y
    for crowd in past:
        parts.add(*crowd_row(crowd, axis, parts.y))
    parts.drawn.insert(0, axis.grid(top, parts.y))
    parts.add(axis.words(parts.y), 34)


def _items(parts: _Sheet, runs: Sequence[RunStory], axis: Axis) -> None:
    """A line for each run: how many of its items had ended, named where it ends."""
    if not runs:
        return
    parts.add(svg.text("Items done", x=LEFT, y=parts.y + 10, class_="soft"), 18)
    top, bottom = parts.y, parts.y + _ITEMS_PX
    most = max(len(run.items) for run in runs)
    drawn = [axis.grid(top, bottom)]
    for count in sorted({0, most // 2, most}):
        y = bottom - count / most * _ITEMS_PX
        drawn.append(svg.path([(LEFT, y), (RIGHT, y)], class_="grid"))
        drawn.append(svg.text(f"{count}", x=LEFT - 8, y=y + 4, class_="soft end"))
    for index, run in enumerate(runs):
        steps = _steps(run, axis, bottom, most)
        hint = svg.hint(f"{run.name}: {number_of(len(run.items), run.noun)} done, the last {at(run.items[-1])}")
        drawn.append(svg.element("g", hint, svg.path(steps, class_=f"line dash{index % 4}")))
    drawn += _names(runs, axis, bottom, most)
    parts.add("".join(drawn), _ITEMS_PX)
    parts.add(axis.words(parts.y), 34)


def _steps(run: RunStory, axis: Axis, bottom: float, most: int) -> list[tuple[float, float]]:
    """At most a few points a pixel, however many items there are."""
    by_pixel: dict[int, int] = {}
    for count, at_ms in enumerate(run.items, start=1):
        by_pixel[round(axis.x(at_ms) * 2)] = count
    begin_ms = run.from_ms if run.started_ms is None else run.started_ms
    points, y = [(axis.x(begin_ms), bottom)], bottom
    for place, count in by_pixel.items():
        points += [(place / 2, y), (place / 2, y := bottom - count / most * _ITEMS_PX)]
    return [*points, (axis.x(run.to_ms), y)]


def _names(runs: Sequence[RunStory], axis: Axis, bottom: float, most: int) -> list[str]:
    """Names beside the ends of the lines, pushed apart where lines end close together."""
    ends = sorted((bottom - len(run.items) / most * _ITEMS_PX, axis.x(run.to_ms), run.name) for run in runs)
    drawn, last = list[str](), float("-inf")
    for y, x, name in ends:
        last = max(y + 4, last + _LABEL_PX)
        drawn.append(svg.text(name, x=x - 5, y=last - 8, class_="soft end halo", width=LEFT))
    return drawn


def _document(scenario: Scenario, told: Sequence[RunStory], summed: Sequence[Crowd], parts: _Sheet) -> str:
    height = parts.y + 12
    sentences = [f"{run.name}: waited {spoken(run.waited_ms)}; {ending(run)}." for run in told]
    sentences += [f"{crowd.name}: {number_of(len(crowd.runs), 'job')}, summed up." for crowd in summed]
    head = [
        svg.element("title", svg.plain(scenario.title), id="title"),
        svg.element("desc", svg.plain(" ".join(sentences) or "No job was started."), id="desc"),
        svg.element("style", STYLE),
        PATTERNS,
        svg.element("rect", width=WIDTH, height=height, class_="sheet"),
    ]
    room = {"viewBox": f"0 0 {WIDTH} {height:.0f}", "width": WIDTH, "height": round(height)}
    names = {"role": "img", "aria_labelledby": "title desc", "xmlns": "http://www.w3.org/2000/svg"}
    return svg.element("svg", *head, *parts.drawn, **names, **room) + "\n"
