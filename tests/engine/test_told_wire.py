"""Pages before a back end that is told in their target file."""

import json
from pathlib import Path
from textwrap import indent

import pytest

from harness.core.resources import data
from harness.core.verdicts import Verdict
from harness.engine.prepare import prepare
from harness.engine.run_trial import drive_once
from harness.engine.spec import TrialSpec
from harness.trace.result import TrialResult
from harness.trace.trial import Trial
from tests.engine.player import Player

pytestmark = pytest.mark.browser

REFERENCE = Path(__file__).parents[1] / "wire" / "told" / "reference.yaml"
PAGE = """<!doctype html><html lang="en"><head><title>Own</title></head><body><main><h1>Own page</h1>
<button>Publish items</button><p role="status" id="said">Nothing yet.</p><script>
const say = (text) => { document.getElementById("said").textContent = text; };
document.querySelector("button").onclick = async () => {
  const { id } = await (await fetch("ORIGIN/tasks", { method: "POST", body: "kind=publish",
    headers: { "content-type": "application/x-www-form-urlencoded" } })).json();
  let tag = "", asked = 0, same = 0;
  const look = async () => {
    const answer = await fetch(`ORIGIN/tasks/${id}`, { headers: tag ? { "if-none-match": tag } : {} });
    asked += 1;
    if (answer.status === 304) same += 1;
    else {
      tag = answer.headers.get("etag");
      const { done, total } = await answer.json();
      say(`${done} of ${total} items processed`);
    }
    document.title = JSON.stringify({ asked, same });
    setTimeout(look, 500);
  };
  look();
};
</script></main></body></html>"""
WIRE = """
wire:
  routes:
    POST /tasks: {do: submit, kind: "{body.kind}", answer: {id: "{job.id}"}}
    GET /tasks/{job}: {etag: true, answer: {done: "{job.processed}", total: "{job.total}"}}
"""


def target(folder: Path, page: str, wire: str) -> str:
    (folder / "page.html").write_text(page, encoding="utf-8")
    told = "id: own\ntitle: Own\nserve: {/: page.html}\nrefresh: 500ms\nshows: [publish]\n" + wire
    (folder / "target.yaml").write_text(told, encoding="utf-8")
    return str(folder / "target.yaml")


def driven(player: Player, target: str, scenario: str = "mixed-outcome") -> Trial:
    return player.wait(drive_once(prepare(TrialSpec(scenario=scenario, target=target)), player.keeper))


def passed(result: TrialResult) -> set[str]:
    assert result.error is None
    assert [finding.sentence for finding in result.findings] == []
    return {verdict.law for verdict in result.verdicts if verdict.verdict is Verdict.PASSED}


@pytest.mark.parametrize(
    ("target", "scenario"), [("example-polling", "reload-two-phases"), ("example-events", "closed-and-back")]
)
def test_a_page_with_a_told_wire_is_judged_like_any_other(target: str, scenario: str, player: Player) -> None:
    laws = passed(player.run(TrialSpec(scenario=scenario, target=target)))
    assert {"job-acknowledged", "count-true", "no-premature-terminal", "terminal-shown-unprompted"} <= laws


def test_the_reference_ui_polls_a_told_wire_with_the_verdicts_of_the_coded_one(player: Player, tmp_path: Path) -> None:
    told = (data("fixtures/targets") / "reference" / "target.yaml").read_text(encoding="utf-8")
    wire = "wire:\n" + indent(REFERENCE.read_text(encoding="utf-8"), "  ")
    (tmp_path / "target.yaml").write_text(told.replace("wire: reference\n", wire), encoding="utf-8")
    polling = tmp_path / "mixed-outcome.yaml"
    source = next(data("scenarios").rglob("mixed-outcome.yaml")).read_text(encoding="utf-8")
    polling.write_text(source + "transport: poll\n", encoding="utf-8")
    coded = player.run(TrialSpec(scenario=str(polling)))
    result = player.run(TrialSpec(scenario=str(polling), target=str(tmp_path / "target.yaml")))
    assert result.error is None
    assert {one.law: one.verdict for one in result.verdicts} == {one.law: one.verdict for one in coded.verdicts}
    assert result.truth_hash == coded.truth_hash


def test_a_page_may_ask_a_server_at_another_address(player: Player, tmp_path: Path) -> None:
    origin = "http://127.0.0.1:9"
    wire = WIRE.replace("wire:\n", f"wire:\n  origin: {origin}\n")
    trial = driven(player, target(tmp_path, PAGE.replace("ORIGIN", origin), wire))
    assert trial.header.passed_through == 0
    assert {request.path.split("/")[1] for request in trial.requests} == {"tasks"}


def test_what_no_route_tells_of_is_left_alone(player: Player, tmp_path: Path) -> None:
    page = PAGE.replace("ORIGIN", "").replace("look();\n}", "look(); fetch('/tasks');\n}")
    trial = driven(player, target(tmp_path, page, WIRE.replace("POST /tasks:", "POST /tasks/new:")))
    assert [one.method for one in trial.passed] == ["POST"]


def test_a_page_that_asks_whether_anything_is_new_is_told_so(player: Player, tmp_path: Path) -> None:
    trial = driven(player, target(tmp_path, PAGE.replace("ORIGIN", ""), WIRE))
    titles = [screen.title for screen in trial.screens if screen.title and screen.title.startswith("{")]
    told = json.loads(titles[-1])
    changes = len({event.at_ms for event in trial.truth if event.kind.startswith("item.")})
    assert told["asked"] > 100
    assert 1 < told["asked"] - told["same"] <= changes + 1
