"""A control of a job is found and pressed, and what the page asks back is answered; what is missing is told."""

from pathlib import Path
from typing import Any

import pytest

from harness.core.errors import UsageError
from harness.trace.records import Press, ScreenDelta, Step
from tests.drive.stage import Played, Stage, obeys

pytestmark = pytest.mark.browser

STARTED = {"id": "publish", "kind": "publish", "items": 40, "title": "Publish mugs", "start": {"at": "1s"}}
OTHER = {"id": "import", "kind": "import", "items": 400, "title": "Import plates", "start": {"at": "1s"}}
PAGE = """
  const make = (html) => {
    document.body.insertAdjacentHTML('beforeend', html);
    return document.body.lastElementChild;
  };
  const tell = (what) => fetch(`/api/${what}`, {method: 'POST'}).then((answer) => say(`${what} ${answer.status}`));
"""
ONE = PAGE + "make('<h1>Publish mugs</h1><p><button>Cancel</button></p>');\n"
NATIVE = """
  const dialog = make('<dialog aria-label="Cancel?"><p>What is done is kept.</p>'
    + '<button autofocus>Keep running</button><button>Cancel job</button></dialog>');
  const [keep, stop] = dialog.querySelectorAll('button');
  keep.onclick = () => dialog.close('kept');
  stop.onclick = () => { dialog.close(); tell('cancel/publish'); };
  button('Cancel').onclick = () => dialog.showModal();
"""
ROLE = """
  button('Cancel').onclick = () => setTimeout(() => {
    const dialog = make('<div role=alertdialog aria-label="Stop?"><button>Back</button><button>Stop</button></div>');
    const [back, stop] = dialog.querySelectorAll('button');
    back.onclick = () => dialog.remove();
    stop.onclick = () => { dialog.remove(); tell('cancel/publish'); };
  }, 300);
"""
CONFIRM = "button('Cancel').onclick = () => { if (confirm('Stop it? 3 are done.')) tell('cancel/publish'); };\n"
NONE = "button('Cancel').onclick = () => tell('cancel/publish');\n"
FIND = (
    "const button = (name) => [...document.querySelectorAll('button')].findLast((one) => one.textContent === name);\n"
)
CANCEL = {"at": "5s", "do": "cancel", "job": "publish"}


def play(stage: Stage, folder: Path, script: str, *steps: dict[str, Any], **more: Any) -> Played:
    more.setdefault("jobs", (STARTED,))
    return stage.play(folder, FIND + script, obeys, journey=steps, until="30s", **more)


@pytest.mark.parametrize(
    ("asks", "asked_ms", "yes", "no"),
    [
        (NATIVE, 6_000, "Cancel job", "Keep running"),
        (ROLE, 6_300, "Stop", "Back"),
        (CONFIRM, 5_000, "OK", "Cancel"),
    ],
)
def test_what_asks_back_is_answered_as_the_person_means_it(
    stage: Stage, tmp_path: Path, asks: str, asked_ms: int, yes: str, no: str
) -> None:
    confirmed = play(stage, tmp_path, ONE + asks, CANCEL)
    assert confirmed.presses == [(5_000, "control", "Cancel"), (asked_ms, "confirm", yes)]
    assert confirmed.commands == [("cancel", "publish", None)]
    assert confirmed.last == "cancel/publish 200"
    dismissed = play(stage, tmp_path, ONE + asks, {**CANCEL, "answer": "dismiss"})
    assert dismissed.presses == [(5_000, "control", "Cancel"), (asked_ms, "dismiss", no)]
    assert dismissed.commands == []
    assert dismissed.notes == ["said no when asked"]


def test_what_does_not_ask_is_not_answered(stage: Stage, tmp_path: Path) -> None:
    played = play(stage, tmp_path, ONE + NONE, {**CANCEL, "answer": "dismiss"})
    assert played.presses == [(5_000, "control", "Cancel")]
    assert played.commands == [("cancel", "publish", None)]
    assert played.notes == ["was not asked"]
    (step,) = [one for one in played.driven.records if isinstance(one, Step)]
    assert step.done_ms == 5_000


def test_a_banner_that_was_there_before_is_no_question(stage: Stage, tmp_path: Path) -> None:
    banner = "make('<div role=dialog aria-label=Cookies><button>OK</button></div>');\n"
    played = play(stage, tmp_path, ONE + NONE + banner, CANCEL)
    assert [part for _, part, _ in played.presses] == ["control"]


def test_what_the_browser_asks_stands_on_the_screen_and_its_buttons_too(stage: Stage, tmp_path: Path) -> None:
    played = play(stage, tmp_path, ONE + CONFIRM, CANCEL)
    shown, gone = [one for one in played.driven.records if isinstance(one, ScreenDelta) and one.at_ms == 5_000][:2]
    (dialog,) = [nid for nid, node in shown.set_.items() if node["role"] == "alertdialog"]
    assert shown.set_[dialog]["kids"][0] == "Stop it? 3 are done."
    assert int(dialog) in shown.set_["1"]["kids"]
    assert dialog in gone.del_
    assert int(dialog) not in gone.set_["1"]["kids"]
    (answer,) = [one for one in played.driven.records if isinstance(one, Press) and one.part == "confirm"]
    assert answer.node is not None
    assert shown.set_[answer.node] == {"role": "button", "kids": ["OK"]}
    assert (answer.step, answer.by) == (1, "mouse")


def test_who_is_asked_out_of_the_blue_says_no_and_a_message_is_shown(stage: Stage, tmp_path: Path) -> None:
    script = PAGE + "setTimeout(() => { say(confirm('Stay?') + ' ' + prompt('Name?', 'Ann')); alert('Bye'); }, 3_000);"
    played = play(stage, tmp_path, script, {"at": "1s", "do": "reload"})
    assert "false null" in [text for _, text in played.said]
    assert "Bye" in [text for _, text in played.said]
    assert [part for _, part, _ in played.presses] == ["dismiss", "dismiss"]


def test_of_several_the_one_in_the_part_about_the_job_is_pressed(stage: Stage, tmp_path: Path) -> None:
    rows = (
        PAGE
        + """
      for (const [id, title] of [['import', 'Import plates'], ['publish', 'Publish mugs']])
        make(`<section aria-label="${title}"><h2>${title}</h2><button>Cancel</button></section>`)
          .querySelector('button').onclick = () => tell(`cancel/${id}`);
      make('<p><button>Cancel Import plates</button></p>');
    """
    )
    for job in ("publish", "import"):
        played = play(stage, tmp_path, rows, {**CANCEL, "job": job}, jobs=(STARTED, OTHER))
        assert played.commands == [("cancel", job, None)]


LINKED = (
    PAGE
    + """
  const show = (job) => {
    document.getElementById('view').innerHTML = job
      ? `<h1>${job}</h1><button id=cancel>Cancel</button>` : '<a href="/?job=publish">Publish mugs</a>';
    const cancel = document.getElementById('cancel');
    if (cancel) cancel.onclick = () => tell(`cancel/${job}`);
  };
  make('<div id=view></div>');
  show(new URLSearchParams(location.search).get('job'));
"""
)
PAGES = {"pages": {"job": "/?job={job}"}}


def test_the_person_goes_to_the_jobs_page_by_a_link_or_by_its_address(stage: Stage, tmp_path: Path) -> None:
    by_link = play(stage, tmp_path, LINKED, CANCEL, told=PAGES)
    assert by_link.commands == [("cancel", "publish", None)]
    assert by_link.notes == ["by a link to /?job=publish"]
    assert [(part, name) for _, part, name in by_link.presses] == [("way", "Publish mugs"), ("control", "Cancel")]
    by_address = play(stage, tmp_path, LINKED, {**CANCEL, "job": "import"}, jobs=(STARTED, OTHER), told=PAGES)
    assert by_address.commands == [("cancel", "import", None)]
    assert by_address.notes == ["by the address /?job=import"]


def test_a_control_that_belongs_to_no_job_is_not_pressed_while_there_are_several(stage: Stage, tmp_path: Path) -> None:
    script = PAGE + "make('<p><button>Cancel</button></p>'); button('Cancel').onclick = () => tell('cancel/publish');"
    assert play(stage, tmp_path, script, CANCEL).commands == [("cancel", "publish", None)]
    with pytest.raises(UsageError, match="name it under controls: cancel"):
        play(stage, tmp_path, script, CANCEL, jobs=(STARTED, OTHER))


ONCE = """
  button('Cancel').onclick = (press) => { press.target.disabled = true; tell('cancel/publish'); };
"""


def test_a_second_cancel_that_is_not_offered_is_noted(stage: Stage, tmp_path: Path) -> None:
    played = play(stage, tmp_path, ONE + ONCE, CANCEL, {**CANCEL, "at": "6s"})
    assert played.notes == [None, "not offered"]
    assert len(played.presses) == 1
    both = play(stage, tmp_path, ONE + NONE, CANCEL, {**CANCEL, "at": "6s"})
    assert both.notes == [None, None]
    assert [refused is None for _, _, refused in both.commands] == [True, False]


@pytest.mark.parametrize(
    ("do", "names", "pressed"),
    [
        ("retry-failed", ["Retry: Publish 4 items", "Retry", "Retry 2 failed items"], "Retry 2 failed items"),
        ("retry-failed", ["Retry now", "Try again"], "Retry now"),
        ("rerun", ["Try again", "Check again", "Publish", "Publish again"], "Publish again"),
        ("rerun", ["Re-run"], "Re-run"),
        ("continue", ["Skip to the list", "Skip and continue"], "Skip and continue"),
        ("cancel", ["Stop trying", "Cancel editing", "Stop the publish"], "Stop the publish"),
    ],
)
def test_each_step_knows_its_control_by_its_usual_name(
    stage: Stage, tmp_path: Path, do: str, names: list[str], pressed: str
) -> None:
    script = (
        PAGE
        + f"""
      make('<main><h1>Publish mugs</h1><p></p></main>');
      for (const name of {names}) {{
        const one = document.createElement('button');
        one.textContent = name;
        document.querySelector('main p').append(one);
      }}
    """
    )
    played = play(stage, tmp_path, script, {**CANCEL, "do": do}, told={"controls": {}})
    assert [name for _, _, name in played.presses] == [pressed]


def test_a_bare_retry_counts_only_in_the_part_about_the_job(stage: Stage, tmp_path: Path) -> None:
    script = PAGE + "make('<p>The server did not answer. <button>Retry</button></p>');"
    with pytest.raises(UsageError, match='no button such as "Retry failed items" for job "publish" on the page'):
        play(stage, tmp_path, script, {**CANCEL, "do": "retry-failed"})


def test_a_target_file_names_its_controls(stage: Stage, tmp_path: Path) -> None:
    script = ONE.replace("<button>Cancel", "<button>Halt") + NATIVE.replace("'Cancel'", "'Halt'").replace(
        "Cancel job", "Halt it"
    )
    controls = {"cancel": {"name": "^halt$"}, "confirm": {"name": "^halt it$"}}
    assert play(stage, tmp_path, script, CANCEL, told={"controls": controls}).commands == [("cancel", "publish", None)]
    with pytest.raises(UsageError, match=r'the dialog "Cancel\?" offers "Keep running", "Halt it", and which'):
        play(stage, tmp_path, script, CANCEL, told={"controls": {"cancel": {"name": "^halt$"}}})


def test_what_is_behind_a_modal_dialog_or_inert_is_not_pressed(stage: Stage, tmp_path: Path) -> None:
    covered = ONE + NONE + "make('<dialog>Wait</dialog>').showModal();"
    inert = ONE + NONE + "document.querySelector('p:last-of-type').inert = true;"
    for script in (covered, inert):
        with pytest.raises(UsageError, match=r"15 s after step cancel .* was due"):
            play(stage, tmp_path, script, CANCEL)
