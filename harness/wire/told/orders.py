"""What a request has the back end do: start a job, cancel it, try it again. Or why nothing comes of it."""

from collections.abc import Mapping
from dataclasses import replace

from harness.model.commands import CommandRefused
from harness.model.refusals import refusal_at
from harness.told.book import ReadRoute
from harness.told.formats import in_text
from harness.told.other_slots import Refused
from harness.told.slots import Scene
from harness.told.vocabulary import KINDS
from harness.wire.base import Backend, Response
from harness.wire.problems import STARTS_REFUSED
from harness.wire.told.bodies import response

SHELF = "told-once"
_PROBLEMS = {problem.status: problem for problem in STARTS_REFUSED}


def carry_out(route: ReadRoute, scene: Scene, backend: Backend, kinds: Mapping[str, str]) -> Response:
    """Do what the route says, unless this very request was carried out before. ``kinds``: our word by theirs."""
    key = None if route.once is None else route.once.fill(scene)
    if key is None:
        return _carry_out(route, scene, backend, kinds)
    shelf: dict[str, tuple[Response, int]] = backend.memory.setdefault(SHELF, {})
    name = f"{route.pattern} {in_text(key)}"
    if name in shelf:
        first, answered_ms = shelf[name]
        return replace(first, delay_ms=max(answered_ms - scene.at_ms, 0))
    answer = _carry_out(route, scene, backend, kinds)
    if answer.status < 400:
        shelf[name] = (answer, scene.at_ms + answer.delay_ms)
    return answer


def _carry_out(route: ReadRoute, scene: Scene, backend: Backend, kinds: Mapping[str, str]) -> Response:
    if route.do == "submit":
        return _submit(route, scene, backend, kinds)
    job = scene.job
    assert job is not None
    try:
        backend.command(do=str(route.do), job=job.key.job, at_ms=scene.at_ms)
    except CommandRefused as refusal:
        return _refuse(route, scene, _impossible(str(refusal)))
    return response(route.body, _later(scene, backend, job.key.job, scene.at_ms), route.told.status)


def _submit(route: ReadRoute, scene: Scene, backend: Backend, kinds: Mapping[str, str]) -> Response:
    refused = _refusal(backend, scene.at_ms)
    wanted = "" if route.kind is None else in_text(route.kind.fill(scene))
    if refused is None and wanted not in kinds:
        refused = _unknown_kind(wanted)
    if refused is not None:
        return _refuse(route, scene, refused)
    accept_ms = backend.world.accept_ms
    done_ms = scene.at_ms + accept_ms
    job = backend.submit(kind=kinds[wanted], items=_items(route, scene), at_ms=done_ms)
    answer = response(route.body, _later(scene, backend, job, done_ms), route.told.status)
    return replace(answer, delay_ms=accept_ms)


def own_kinds(table: Mapping[str, object]) -> dict[str, str]:
    """The truth's word for each word that a request may have for a kind."""
    return {**{word: word for word in KINDS.words}, **{in_text(own): word for word, own in table.items()}}


def _items(route: ReadRoute, scene: Scene) -> int | None:
    told = "" if route.items is None else in_text(route.items.fill(scene))
    return int(told) if told.isascii() and told.isdigit() and int(told) > 0 else None


def _later(scene: Scene, backend: Backend, job: str, at_ms: int) -> Scene:
    """The scene once the order was carried out."""
    after = replace(scene, truth=backend.truth, at_ms=at_ms)
    return after.about(job=backend.truth.job(job, at_ms))


def _refuse(route: ReadRoute, scene: Scene, refused: Refused) -> Response:
    answer = response(route.refused, scene.about(refusal=refused), refused.status)
    if refused.retry_after_ms is None:
        return answer
    return replace(answer, headers={"retry-after": str(-(-refused.retry_after_ms // 1000)), **answer.headers})


def _refusal(backend: Backend, at_ms: int) -> Refused | None:
    refusal = refusal_at(backend.world, at_ms)
    if refusal is None:
        return None
    problem = _PROBLEMS[refusal.status]
    return Refused(
        status=refusal.status,
        code=problem.id,
        reason=problem.title,
        remedy=problem.remedy,
        retry_after_ms=refusal.retry_after_ms,
    )


def _impossible(reason: str) -> Refused:
    return Refused(status=409, code="not-possible", reason=reason, remedy="Look at the job again.")


def _unknown_kind(word: str) -> Refused:
    reason = f'"{word}" is no kind of job'
    return Refused(status=400, code="unknown-kind", reason=reason, remedy="Name a kind of job that there is.")
