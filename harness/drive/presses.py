"""Presses of controls: the person finds the control, presses it, and answers what the page asks back."""

from collections.abc import Awaitable, Callable

from playwright.async_api import TimeoutError

from harness.core import resources
from harness.core.errors import UsageError
from harness.drive.act import Act
from harness.drive.controls import Dialog, Offer, find, find_file, kept_back, link_to, open_dialog
from harness.drive.dialogs import choose
from harness.drive.sight import Sight
from harness.drive.thrown import blame
from harness.scenario.journey import CHANGES, FILES, Answer, By, Do
from harness.targets.controls import CONTROL_OF, SUCH_AS
from harness.targets.file import Control

LOOK_AGAIN_MS = 100
PATIENCE_MS = 15_000
GLANCE_MS = 2_000
"""How long a person looks for what they do not count on."""
ASKS_WITHIN_MS = 1_000
READING_MS = 1_000
MOST_QUESTIONS = 3
MOST_NAMED = 6
AFTER_THE_END = (Do.RETRY_FAILED, Do.RERUN)
CHOOSER_LIMIT_MS = 20_000
"""Real time: a browser that lets a person choose does so at once."""
NOT_OFFERED = "not offered"
SAID_NO = "said no when asked"
NOT_ASKED = "was not asked"


async def start(act: Act) -> None:
    """Press what starts the job. A person waits for it while the page is still loading."""
    offer = await _wait_for(act, _first)
    if offer is None:
        raise await _missing(act)
    if act.step.do is Do.DOUBLE_CLICK:
        await act.press(offer, times=2)
    else:
        await _press(act, offer)
    kept = await kept_back(act.page)
    if kept is not None:
        act.notes.append(f"the browser kept the form back, {kept}")


async def change(act: Act) -> None:
    """Press a control of a job that is there; where the page does not have it, go to the job's own page first."""
    again = _is_second_cancel(act)
    offer = await _own(act)
    if offer is None:
        await _go_to_job(act)
        offer = await _wait_for(act, _own, GLANCE_MS if again else PATIENCE_MS)
    if offer is not None:
        await _press(act, offer)
    elif again:
        act.notes.append(NOT_OFFERED)
    else:
        raise await _missing(act)


async def go_to(act: Act, path: str) -> None:
    """Go to a page of the app, by a link to it if there is one."""
    link = await link_to(act.page, path)
    if link is None:
        await act.trial.tabs.go(act.held, path)
        act.notes.append(f"by the address {path}")
    else:
        await act.press(link, "way")
        act.notes.append(f"by a link to {path}")


async def choose_file(act: Act) -> None:
    """Press what lets a person choose a file, and choose it."""
    offer = await _wait_for(act, _for_file)
    if offer is None:
        raise await _missing(act)
    act.notes.append(f'"{act.step.file}"')
    try:
        async with act.page.expect_file_chooser(timeout=CHOOSER_LIMIT_MS) as opened:
            await act.press(offer)
        await (await opened.value).set_files(resources.data(FILES) / (act.step.file or ""))
    except TimeoutError as error:
        raise _unfit(act, "file", f'pressing "{offer.name}" let nobody choose a file; name what does here') from error
    await act.wait()


async def _wait_for(
    act: Act, look: Callable[[Act], Awaitable[Offer | None]], patience_ms: int = PATIENCE_MS
) -> Offer | None:
    """Look again and again until the control is there, or patience is at its end."""
    give_up_ms = act.now_ms + patience_ms
    while act.now_ms <= give_up_ms:
        offer = await look(act)
        if offer is not None:
            return offer
        await act.wait(LOOK_AGAIN_MS)
    return None


async def _first(act: Act) -> Offer | None:
    return next(iter(await _offers(act)), None)


async def _for_file(act: Act) -> Offer | None:
    told = act.trial.plan.target.told.controls.file
    look = find if told else find_file
    return next(iter(await look(act.page, _wanted(act))), None)


async def _offers(act: Act) -> list[Offer]:
    """What there is to press; for who hears the page, what is spoken, if any is."""
    offers = await find(act.page, _wanted(act))
    spoken = [one for one in offers if one.spoken]
    return spoken if spoken and act.step.by is By.SCREEN_READER else offers


async def _own(act: Act) -> Offer | None:
    """The control that belongs to the job of the step."""
    offers = await _offers(act)
    return _sight(act).choose(offers, act.step.job or "") if offers else None


async def _go_to_job(act: Act) -> None:
    """To the job's own page, unless it has none or this is it."""
    target, job = act.trial.plan.target, act.step.job or ""
    if "job" in target.told.pages and not _sight(act).is_of(job):
        await go_to(act, target.path("job", job))


def _sight(act: Act) -> Sight:
    trial = act.trial
    trial.backend.reach(act.now_ms)
    tree, url = trial.recording.tree(act.held.number), trial.tabs.url(act.held)
    return Sight(tree, url, trial.backend.truth, act.now_ms)


def _wanted(act: Act, name: str | None = None) -> tuple[Control, ...]:
    return act.trial.plan.target.controls(name or CONTROL_OF[act.step.do], act.job)


def _is_second_cancel(act: Act) -> bool:
    before = act.trial.plan.scenario.journey[: act.number - 1]
    return act.step.do is Do.CANCEL and any(one.do is Do.CANCEL and one.job == act.step.job for one in before)


async def _press(act: Act, offer: Offer) -> None:
    """Press, and answer what the page asks: whether the person means it, perhaps more than once."""
    stood = await open_dialog(act.page)
    seen = {stood.handle} if stood else set()
    pressed_ms = act.now_ms
    await act.press(offer)
    for _ in range(MOST_QUESTIONS):
        dialog = await _asked(act, seen, pressed_ms)
        if dialog is None:
            break
        seen.add(dialog.handle)
        await act.wait(READING_MS)
        await act.press(await _answer(act, dialog), act.step.answer.value)
        if act.step.answer is Answer.DISMISS:
            await act.wait()
            break
    if act.step.answer is Answer.DISMISS:
        act.notes.append(SAID_NO if act.trial.recording.answered(act.number) else NOT_ASKED)


async def _asked(act: Act, seen: set[int], pressed_ms: int) -> Dialog | None:
    """The dialog that the press has opened. One that sends a command right away does not ask."""
    give_up_ms = act.now_ms + ASKS_WITHIN_MS
    await act.wait()
    while True:
        dialog = await open_dialog(act.page)
        if dialog is not None and dialog.handle not in seen:
            return dialog
        if act.now_ms >= give_up_ms or act.trial.recording.wrote(act.held.number, pressed_ms):
            return None
        await act.wait(LOOK_AGAIN_MS)


async def _answer(act: Act, dialog: Dialog) -> Offer:
    """The button of the dialog that says what the person means."""
    answer = act.step.answer
    offers = await _named(act, dialog) if act.trial.plan.target.told.controls.named(answer) else None
    if offers is None:
        index = choose([one.name for one in dialog.offers], act.step.do, answer)
        offers = [] if index is None else [dialog.offers[index]]
    if not offers:
        said = ", ".join(f'"{one.name}"' for one in dialog.offers) or "nothing"
        raise _unfit(
            act,
            answer,
            f'the dialog "{dialog.name}" offers {said}, and which of it {answer}s {act.step.do} is not clear; '
            f"name it under controls: {answer}",
        )
    return offers[0]


async def _named(act: Act, dialog: Dialog) -> list[Offer]:
    """What the target file names, in that dialog."""
    inside = {one.handle for one in dialog.offers}
    return [one for one in await find(act.page, _wanted(act, act.step.answer)) if one.handle in inside]


async def _missing(act: Act) -> UsageError:
    """Who has to mend what: the step comes at the wrong time, or the target file names what is not there."""
    if act.held.unreachable:
        return _untimely(
            act,
            "the tab shows the browser's page for a missing connection: it was loaded while the device was offline; "
            "add `do: reload` once the network is back, before the step that needs the page",
        )
    name = CONTROL_OF[act.step.do]
    told = act.trial.plan.target.told.controls.named(name)
    wanted = f'{told.role} named "{_wanted(act)[0].name}"' if told else f'button such as "{SUCH_AS[name]}"'
    whose = f' for job "{act.step.job}"' if act.step.do in CHANGES else ""
    sentence = f"no {wanted}{whose} on the page {PATIENCE_MS // 1000} s after step {act.step.do}"
    if (time := _wrong_time(act)) is not None:
        return _untimely(act, f"{sentence} was due; {time}; {await _there(act)}")
    step = act.trial.plan.written.at("journey", act.number - 1)
    return _unfit(act, name, f"{sentence} ({step}) was due; {_out_of_it(act, name)}; {await _there(act)}")


def _unfit(act: Act, control: str, sentence: str) -> UsageError:
    """The target file does not fit the page."""
    return act.trial.plan.target.written.trouble(("controls", control), sentence)


def _untimely(act: Act, sentence: str) -> UsageError:
    """The step does not fit what has become of the job or of the page by then."""
    return act.trial.plan.written.trouble(("journey", act.number - 1), sentence)


def _wrong_time(act: Act) -> str | None:
    """Where the job is not yet, or no longer, at what the step needs: how to wait for it."""
    act.trial.backend.reach(act.now_ms)
    view = act.trial.backend.truth.job(act.step.job or "", act.now_ms)
    if view is not None and act.step.do in AFTER_THE_END and view.ended_ms is None:
        return "the job had not ended by then: move the step (`meanwhile show` tells when it ends)"
    if view is not None and act.step.do is Do.CANCEL and view.ended_ms is not None:
        return "the job had ended by then: move the step (`meanwhile show` tells when it ends)"
    return None


def _out_of_it(act: Act, name: str) -> str:
    lacks = f", or write lacks: [{act.step.do}] where it has none" if act.step.do in (*CHANGES, Do.CHOOSE_FILE) else ""
    told = act.trial.plan.target.told.controls.named(name)
    return f"{'mend it here' if told else f'name it under controls: {name}'}{lacks}"


async def _there(act: Act) -> str:
    """What can be pressed on the page, and what its script threw."""
    offers = await find(act.page, [Control(role="button", name="")])
    named = ", ".join(f'"{one.name}"' for one in offers[:MOST_NAMED])
    thrown = blame(act.trial.recording.thrown, act.held.number, act.step.at_ms)
    return f"buttons there: {named or 'none that can be used'}{thrown}"
