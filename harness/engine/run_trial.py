"""One trial, whole: drive it, store it, judge it, picture it. Trouble of our own becomes an error, never a finding, and
so does a file that does not fit the page.
"""

from dataclasses import replace

from harness.core.errors import MeanwhileError, UsageError, told
from harness.core.stopwatch import Stopwatch
from harness.core.verdicts import Verdict
from harness.drive.camera import NO_CAMERA, Camera
from harness.drive.drive import drive, drive_real
from harness.drive.keeper import Keeper
from harness.drive.viewing import UNWATCHED, Pace, Viewing
from harness.engine.collect import collect
from harness.engine.keep import Keep, filming, leave
from harness.engine.live import Live, Tell
from harness.engine.played import check_played
from harness.engine.prepare import Prepared
from harness.engine.refresh import check_refresh
from harness.engine.unread import unread
from harness.facts.case import Case
from harness.laws import ALL, judge
from harness.trace.result import NOT_JUDGED, TROUBLE, LawVerdict, TrialResult
from harness.trace.trial import Trial

ATTEMPTS = 2


async def run_trial(prepared: Prepared, keeper: Keeper, keep: Keep, tell: Tell | None = None) -> TrialResult:
    """Run one trial. A browser that dies costs one more attempt, then the trial, never the session. A file that does
    not fit the page costs the trial at once.

    ``tell`` gets an event whenever the trial moves on.
    """
    stopwatch = Stopwatch()
    trouble = ""
    for _ in range(1 if prepared.is_real else ATTEMPTS):
        try:
            result = await _attempt(prepared, keeper, keep, tell)
            return replace(result, wall_ms=stopwatch.ms)
        except UsageError as error:
            await keeper.discard()
            return failed(prepared, str(error), stopwatch.ms, NOT_JUDGED)
        except MeanwhileError as error:
            trouble = str(error)
        except OSError as error:
            trouble = told(error)
        except Exception as error:  # noqa: BLE001 - a flaw of our own costs this trial, not the session
            trouble = f"a flaw in Meanwhile itself: {type(error).__name__}: {error}"
        await keeper.discard()
    return failed(prepared, trouble, stopwatch.ms)


async def drive_once(
    prepared: Prepared,
    keeper: Keeper,
    tell: Tell | None = None,
    seen: Camera = NO_CAMERA,
    viewing: Viewing = UNWATCHED,
) -> Trial:
    """The stored trial of one drive, not judged. ``seen`` keeps what could be seen in real time."""
    lab = await keeper.lab()
    observe = Live(prepared, tell).observe if tell is not None else None
    if prepared.is_real:
        driven = await drive_real(prepared.plan, lab, await keeper.rig(), observe, seen)
    elif viewing.slow_mo_ms:
        driven = await drive(prepared.plan, lab, Pace(viewing).wait, viewing.stops_ms, observe)
    else:
        driven = await drive(prepared.plan, lab, observe=observe)
    return collect(prepared, driven, lab.version)


def judge_trial(prepared: Prepared, trial: Trial) -> tuple[LawVerdict, ...]:
    """What the laws say of a stored trial."""
    return judge_case(prepared, Case(trial))


def judge_case(prepared: Prepared, case: Case) -> tuple[LawVerdict, ...]:
    """What the laws say that are not off; what the target declares out of sight is not observable."""
    declared = prepared.target.unobservable
    laws = tuple(law for law in ALL if law.id not in prepared.spec.off)
    return tuple(_declared(verdict, declared.get(verdict.law)) for verdict in judge(case, laws))


def failed(prepared: Prepared, trouble: str, wall_ms: int = 0, code: int = TROUBLE) -> TrialResult:
    """The result of a trial that our own trouble ended, or with ``NOT_JUDGED`` a wrong file."""
    return TrialResult(
        id=prepared.id,
        scenario=prepared.scenario.id,
        target=prepared.target.id,
        defect=prepared.spec.defect,
        seed=prepared.plan.seed,
        repeat=prepared.spec.repeat,
        verdicts=(),
        findings=(),
        exit=code,
        truth_hash="",
        screen_hash="",
        wall_ms=wall_ms,
        virtual_ms=0,
        replay=prepared.spec.replay(prepared.plan.seed),
        error=trouble,
    )


async def _attempt(prepared: Prepared, keeper: Keeper, keep: Keep, tell: Tell | None) -> TrialResult:
    with filming(prepared, keep) as seen:
        trial = await drive_once(prepared, keeper, tell, seen, keep.viewing)
        check_refresh(prepared, trial)
        check_played(prepared, trial)
        return await leave(prepared, keeper, keep, trial, _result(prepared, trial), seen)


def _result(prepared: Prepared, trial: Trial) -> TrialResult:
    case = Case(trial)
    verdicts = judge_case(prepared, case)
    findings = tuple(finding for verdict in verdicts if not verdict.under for finding in verdict.findings)
    unmet = _unmet(prepared, verdicts)
    broken = any(verdict.verdict is Verdict.ERROR for verdict in verdicts)
    return replace(
        failed(prepared, ""),
        verdicts=verdicts,
        findings=findings,
        exit=TROUBLE if broken else 1 if findings or unmet else 0,
        truth_hash=trial.truth_hash,
        screen_hash=trial.screen_hash,
        virtual_ms=trial.header.end_ms,
        unmet=unmet,
        unread=unread(case.screen.unread),
        passed_through=trial.header.passed_through,
        passed_paths=trial.header.passed_paths,
        error=next((verdict.why for verdict in verdicts if verdict.verdict is Verdict.ERROR), None),
    )


def _unmet(prepared: Prepared, verdicts: tuple[LawVerdict, ...]) -> tuple[str, ...]:
    """Laws that the scenario exists for and that did not pass on the clean reference UI.

    Those on which it says that real time differs need not pass there. Where the job lives faster, a situation may not
    come.
    """
    if not prepared.is_clean_reference or prepared.spec.speed != 1:
        return ()
    passed = {verdict.law for verdict in verdicts if verdict.verdict is Verdict.PASSED}
    excused = {*prepared.spec.off, *(prepared.scenario.differs if prepared.is_real else ())}
    return tuple(law for law in prepared.scenario.arms if law not in passed | excused)


def _declared(verdict: LawVerdict, reason: str | None) -> LawVerdict:
    if reason is None:
        return verdict
    return LawVerdict(law=verdict.law, verdict=Verdict.NOT_OBSERVABLE, judged=0, why=reason)
