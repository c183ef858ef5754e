"""What the page asks for is held against the target file and the scenario: a mistake there is no finding."""

from pathlib import Path

import pytest

from harness.core.errors import UsageError
from harness.engine.spec import TrialSpec
from harness.trace.result import TrialResult
from tests.engine.player import Player

pytestmark = pytest.mark.browser

TARGET = """\
id: my-page
title: Our import page
serve: {/: page.html}
pages: {job: "/?import={job}"}
refresh: 2s
shows: [import]
controls:
  submit: {role: button, name: '^Import products$'}
wire:
  states: {queued: waiting, running: running, succeeded: done, failed: failed, cancelled: stopped}
  routes:
    POST /imports: {do: submit, kind: import, status: 202, answer: {id: "{job.id}"}}
    GET /imports/{job}:
      answer: {status: "{job.state}", done: "{job.processed}", total: "{job.total}", failed: "{job.failed}"}
"""
SCENARIO = """\
id: rows
title: Rows are imported
world: {jobs: [{id: import, kind: import, items: 12}]}
journey: [{at: 1s, do: submit, job: import}]
until: 20s
"""
SILENT = (
    'target.yaml:8: submit: the person pressed "Import products" at 1.0 s, and the page sent no request that '
    "starts a job (rows.yaml:4)"
)
NO_ROUTE, MEND = "which no route names", "mend this one if it is meant, else write that route beside it"
PAGE = (Path(__file__).parent / "pages" / "imports.html").read_text(encoding="utf-8")


def played(folder: Path, player: Player, *, target: str = TARGET, scenario: str = SCENARIO, page: str = PAGE) -> str:
    """The sentence that the trial ended with, without the folder. A trial that has one cannot be judged."""
    for name, text in (("target.yaml", target), ("rows.yaml", scenario), ("page.html", page)):
        (folder / name).write_text(text, encoding="utf-8")
    result: TrialResult = player.run(TrialSpec(scenario=str(folder / "rows.yaml"), target=str(folder / "target.yaml")))
    assert result.error is None or (result.exit, result.findings, result.verdicts) == (2, (), ())
    return (result.error or "").replace(f"{folder}/", "")


def test_a_target_and_a_scenario_that_fit_are_judged(player: Player, tmp_path: Path) -> None:
    assert played(tmp_path, player) == ""


@pytest.mark.parametrize(
    ("right", "wrong", "said"),
    [
        (
            "POST /imports:",
            "POST /import:",
            f"target.yaml:12: POST /import: the page asked POST /imports, {NO_ROUTE}; {MEND}",
        ),
        (
            "GET /imports/{job}:",
            "PUT /imports/batches/{job}:",
            f"target.yaml:11: routes: the page asked GET /imports/import, {NO_ROUTE}; write it here",
        ),
    ],
)
def test_a_route_that_is_not_told_is_named(right: str, wrong: str, said: str, player: Player, tmp_path: Path) -> None:
    assert played(tmp_path, player, target=TARGET.replace(right, wrong)) == said


def test_a_request_that_is_none_of_the_wires_is_let_pass(player: Player, tmp_path: Path) -> None:
    page = PAGE.replace("<script>", "<script>fetch('/notices.json').catch(() => 0);")
    assert played(tmp_path, player, page=page) == ""


def test_a_start_that_the_page_never_sends_is_no_pass(player: Player, tmp_path: Path) -> None:
    page = PAGE.replace('"click", async', '"dblclick", async')
    assert (
        played(tmp_path, player, page=page) == f"{SILENT}; name the control that starts it here, or mend what it does"
    )


@pytest.mark.parametrize(
    ("right", "wrong", "thrown"),
    [
        ("const say", "const say const", '"SyntaxError: Missing initializer in const declaration" at 0.0 s'),
        ("async () => {", "async () => { throw 'nothing to send';", '"nothing to send" at 1.0 s'),
        (
            "async () => {",
            "() => setTimeout(() => { throw Error('late'); }, 500) ?? async function () {",
            '"Error: late" at 1.5 s',
        ),
    ],
)
def test_what_the_script_threw_is_told(right: str, wrong: str, thrown: str, player: Player, tmp_path: Path) -> None:
    said = played(tmp_path, player, page=PAGE.replace(right, wrong))
    assert said == f"{SILENT}; the page's script threw {thrown}; mend that"


def test_a_job_without_an_id_is_told_with_the_route_that_names_none(player: Player, tmp_path: Path) -> None:
    said = played(tmp_path, player, target=TARGET.replace('{id: "{job.id}"}', '{task: "{job.id}"}'))
    assert said.startswith(
        'target.yaml:12: POST /imports: the page asked for job "undefined" (GET /imports/undefined): '
        "the answer of POST /imports may lack the field from which the page takes the id; write it "
    )


def test_a_page_that_asks_for_the_job_as_well_has_its_id(player: Player, tmp_path: Path) -> None:
    page = PAGE.replace("follow(id);", "fetch('/imports/undefined'); follow(id);", 1)
    assert played(tmp_path, player, page=page) == ""


def test_an_answer_that_is_lost_names_no_id(player: Player, tmp_path: Path) -> None:
    page = PAGE.replace('{ method: "POST" })', '{ method: "POST" }).catch(() => new Response("{}"))')
    scenario = SCENARIO + "network: {faults: [{at: 500ms, for: 5s, kind: lost_response, method: POST}]}\n"
    assert played(tmp_path, player, page=page, scenario=scenario) == ""


def test_a_press_that_only_loads_the_page_again_is_no_pass(player: Player, tmp_path: Path) -> None:
    form = PAGE.replace('<button type="button">', "<form><button>").replace("</button>", "</button></form>")
    page = form.replace('"click", async', '"dblclick", async')
    assert "(it loaded /? instead)" in played(tmp_path, player, page=page)


def test_a_job_of_another_kind_is_no_job_of_the_scenario(player: Player, tmp_path: Path) -> None:
    scenario = SCENARIO.replace("kind: import", "kind: publish")
    target = TARGET.replace("shows: [import]", "shows: [import, publish]")
    assert played(tmp_path, player, scenario=scenario, target=target).startswith(
        'rows.yaml:3: kind: the page started a job of kind import, and job "import" is of kind publish; '
        "write kind: import here"
    )


def test_where_the_network_is_gone_nothing_need_be_sent(player: Player, tmp_path: Path) -> None:
    page = PAGE.replace(
        '"click", async () => {', '"click", async () => { if (!navigator.onLine) return say("Offline.");'
    )
    scenario = SCENARIO + "network: {faults: [{at: 500ms, for: 5s, kind: offline}]}\n"
    assert played(tmp_path, player, page=page, scenario=scenario) == ""


def test_a_form_that_the_browser_keeps_back_is_told(player: Player, tmp_path: Path) -> None:
    field = '<form><label>Price list <input type="file" required></label><button>'
    page = PAGE.replace('<button type="button">', field).replace("</button>", "</button></form>")
    page = page.replace('"button").addEventListener("click"', '"form").addEventListener("submit"')
    said = played(tmp_path, player, page=page)
    assert said.startswith("rows.yaml:4: ")
    assert 'the browser kept the form back, "Price list": ' in said


def test_a_control_that_is_not_there_is_told_with_those_that_are(player: Player, tmp_path: Path) -> None:
    scenario = SCENARIO.replace("job: import}]", "job: import}, {at: 19s, do: rerun, job: import}]").replace(
        "12}", "2}"
    )
    said = played(tmp_path, player, scenario=scenario)
    assert said.startswith('target.yaml:7: controls: no button such as "Run again" for job "import" on the page')
    assert "after step rerun (rows.yaml:4) was due; name it under controls: rerun, or write lacks: [rerun]" in said
    assert 'buttons there: "Import products"' in said


def test_a_step_that_comes_before_its_time_is_told(player: Player, tmp_path: Path) -> None:
    scenario = SCENARIO.replace("job: import}]", "job: import}, {at: 3s, do: rerun, job: import}]").replace(
        "12}", "80}"
    )
    said = played(tmp_path, player, scenario=scenario)
    assert said.startswith("rows.yaml:4: ")
    assert "the job had not ended by then: move the step" in said


def test_what_a_page_lacks_is_refused_before_it_is_run(player: Player, tmp_path: Path) -> None:
    scenario = SCENARIO.replace("job: import}]", "job: import}, {at: 9s, do: rerun, job: import}]")
    with pytest.raises(
        UsageError,
        match=r'rows\.yaml:4: .* has the person rerun, and target "my-page" lacks that \(.*target\.yaml:15\)',
    ):
        played(tmp_path, player, scenario=scenario, target=TARGET + "lacks: [rerun]\n")


def test_a_kind_that_the_target_does_not_show_is_refused(player: Player, tmp_path: Path) -> None:
    with pytest.raises(
        UsageError,
        match=r"rows\.yaml:3: .* starts a job of kind publish, and target .* shows import; .* \(.*target\.yaml:6\)",
    ):
        played(tmp_path, player, scenario=SCENARIO.replace("kind: import", "kind: publish"))
