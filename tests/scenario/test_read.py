"""Every wrong file ends in one sentence a problem: file, line, what is wrong, the way out. The wording is product."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from harness.core.errors import UsageError
from harness.network.faults import Blackhole, Drop, Http, LostResponse, Offline, Slow
from harness.network.profiles import profile
from harness.scenario.journey import Answer, By, Do, Page
from harness.scenario.read import find, load, parse, paths
from harness.scenario.scenario import Transport

GOOD = """\
id: x
title: A title
world:
  jobs:
    - id: publish
      kind: publish
      items: 20
network:
  profile: wifi
  faults:
    - {at: 10s, for: 5s, kind: blackhole}
journey:
  - {at: 1s, do: submit, job: publish}
"""
PATH = Path("x.yaml")


def said(text: str, path: Path = PATH) -> str:
    with pytest.raises(UsageError) as caught:
        parse(text, path)
    return str(caught.value)


def with_line(old: str, new: str) -> str:
    assert old in GOOD
    return GOOD.replace(old, new)


def test_a_good_file_is_read() -> None:
    scenario = parse(GOOD, PATH)
    assert (scenario.id, scenario.seed, scenario.transport, scenario.arms) == ("x", 1, Transport.SSE, ())
    assert scenario.network.profile is profile("wifi")
    assert scenario.network.faults == (Blackhole(at_ms=10_000, end_ms=15_000),)
    assert scenario.journey[0].do is Do.SUBMIT
    assert (scenario.world.workers, scenario.world.accept_ms, scenario.until_ms) == (2, 400, None)


def test_every_kind_of_fault_is_read() -> None:
    faults = """\
  faults:
    - {at: 1s, for: 1s, kind: offline}
    - {at: 2s, kind: drop}
    - {at: 3s, for: 1s, kind: blackhole}
    - {at: 4s, for: 1s, kind: slow, profile: slow-3g}
    - {at: 5s, for: 1s, kind: lost_response, method: POST, match: /api/jobs, nth: 2}
    - {at: 6s, kind: http, status: 503, count: 3, retry_after: 1500ms}
"""
    scenario = parse(with_line("  faults:\n    - {at: 10s, for: 5s, kind: blackhole}\n", faults), PATH)
    assert scenario.network.faults == (
        Offline(at_ms=1_000, end_ms=2_000),
        Drop(at_ms=2_000),
        Blackhole(at_ms=3_000, end_ms=4_000),
        Slow(at_ms=4_000, end_ms=5_000, profile=profile("slow-3g")),
        LostResponse(at_ms=5_000, end_ms=6_000, method="POST", match="/api/jobs", nth=2),
        Http(at_ms=6_000, end_ms=None, status=503, count=3, retry_after_s=2),
    )


def test_every_step_is_read() -> None:
    steps = """\
journey:
  - {at: 0s, do: submit, job: publish}
  - {at: 0s, do: double-click, job: publish, gap: 80ms}
  - {at: 1s, do: cancel, job: publish, answer: dismiss}
  - {at: 1s, do: retry-failed, job: publish, by: keyboard}
  - {at: 1s, do: rerun, job: publish}
  - {at: 1s, do: continue, job: publish}
  - {at: 1s, do: choose-file, file: missing-id.csv, job: publish}
  - {at: 1s, do: reload}
  - {at: 2s, do: close-tab}
  - {at: 3s, do: open-tab, page: job, job: publish}
  - {at: 3s, do: open-window}
  - {at: 3s, do: switch-to, tab: 2}
  - {at: 4s, do: background, tab: 3}
  - {at: 5s, do: foreground}
  - {at: 6s, do: visit, page: jobs, by: screen-reader}
  - {at: 7s, do: back}
  - {at: 8s, do: forward}
"""
    journey = parse(GOOD.partition("journey:")[0] + steps, PATH).journey
    assert [step.do for step in journey] == list(Do)
    assert (journey[1].gap_ms, journey[9].page, journey[9].job) == (80, Page.JOB, "publish")
    assert [journey[n].tab for n in (10, 11, 12)] == [None, 2, 3]
    assert journey[6].file == "missing-id.csv"
    assert [step.answer for step in journey[1:3]] == [Answer.CONFIRM, Answer.DISMISS]
    assert [journey[n].by for n in (0, 3, 14)] == [By.MOUSE, By.KEYBOARD, By.SCREEN_READER]


def wrong_files() -> Iterator[tuple[str, str, str]]:
    """What is replaced in the good file, by what, and what is said of it."""
    golden = Path(__file__).with_name("wrong_files.txt").read_text(encoding="utf-8")
    for block in golden.split("====\n")[1:]:
        change, _, sentences = block.partition("\nsaid:\n")
        old, _, new = change.removeprefix("instead of:\n").partition("\nwrite:\n")
        yield old, new, sentences.rstrip("\n")


WRONG = list(wrong_files())


@pytest.mark.parametrize(("old", "new", "sentences"), WRONG, ids=[new.strip() or old for old, new, _ in WRONG])
def test_what_is_wrong_and_the_way_out(old: str, new: str, sentences: str) -> None:
    assert said(with_line(old, new)) == sentences


def test_all_problems_are_told_at_once_in_the_order_of_lines() -> None:
    text = with_line("items: 20", "items: none").replace("at: 1s", "at: 1")
    assert said(text).splitlines() == [
        'x.yaml:7: items: "none" is no whole number; write one such as 3',
        'x.yaml:13: at: "1" has no unit; write 1s',
    ]


LOOK = "look at this line and the one above it"
NOT_YAML = {
    "tab": ("id: x\nworld:\n\tjobs: []\n", "3: a tab stands where spaces belong; write spaces"),
    "twice": ("id: x\ntitle: a\nid: x\n", "3: id: is written twice; keep one"),
    "empty": ("", "1: this holds no scenario; write id:, title:, world: and journey:"),
    "list": ("- a\n", "1: this holds no scenario; write id:, title:, world: and journey:"),
    "bracket": ("id: [x\ntitle: a\n", f"2: this is not YAML (expected ',' or ']', but got ':'); {LOOK}"),
    "quote": ("id: 'x\n", f"2: this is not YAML (found unexpected end of stream); {LOOK}"),
    "alias": ("id: *x\n", f"1: this is not YAML (found undefined alias 'x'); {LOOK}"),
    "two documents": ("id: x\n---\nid: y\n", f"2: this is not YAML (but found another document); {LOOK}"),
}


@pytest.mark.parametrize(("text", "sentence"), NOT_YAML.values(), ids=NOT_YAML)
def test_what_is_not_yaml(text: str, sentence: str) -> None:
    assert said(text) == f"x.yaml:{sentence}"


ODD = [
    "id: \x00\n",
    "id: &a [*a]\nworld: *a\n",
    "&a a: *a\n",
    "? [a]\n: b\n",
    "id: !!python/none x\n",
    "\ufeff",
    "1: 2\n",
]


@pytest.mark.parametrize("text", ODD)
def test_nothing_odd_ends_in_a_traceback(text: str) -> None:
    assert said(text).startswith("x.yaml:")


def test_a_file_that_is_no_text(tmp_path: Path) -> None:
    path = tmp_path / "x.yaml"
    path.write_bytes(b"id: \xff\xfe\n")
    with pytest.raises(UsageError, match=r"x\.yaml:1: this is not UTF-8 text \(byte 4\); save it as UTF-8"):
        load(path)


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(
        UsageError, match="cannot be read \\(No such file or directory\\); give the path of a scenario file"
    ):
        load(tmp_path / "x.yaml")


def test_a_scenario_is_found_by_its_id_and_by_any_path(tmp_path: Path) -> None:
    path = tmp_path / "x.yaml"
    path.write_text(GOOD)
    assert load(find(str(path))).id == "x"
    assert load(find("seller-publish")).id == "seller-publish"
    assert find("seller-publish") in paths()


def test_an_unknown_id_offers_the_nearest() -> None:
    with pytest.raises(UsageError) as caught:
        find("seller-publsh")
    way_out = "`meanwhile list` shows them all; a path to a file will do too"
    assert str(caught.value) == f'no scenario "seller-publsh"; did you mean "seller-publish"? {way_out}'


def test_a_path_below_the_current_folder_is_shown_as_a_person_would_type_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert said("", tmp_path / "sub" / "x.yaml").startswith("sub/x.yaml:1:")


def test_the_lines_of_the_steps_are_known() -> None:
    assert parse(GOOD + "  - at: 2s\n    do: reload\n", PATH).step_lines == (13, 14)


def test_what_ships_is_read_once_and_what_a_person_writes_each_time(tmp_path: Path) -> None:
    assert load(paths()[0]) is load(paths()[0])
    mine = tmp_path / "x.yaml"
    mine.write_text(GOOD, encoding="utf-8")
    before = load(mine)
    mine.write_text(with_line("A title", "Another title"), encoding="utf-8")
    assert (before.title, load(mine).title) == ("A title", "Another title")
