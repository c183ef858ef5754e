"""A target file proposed from one job that was watched. A pure function: what was seen in, text out."""

from collections import Counter
from dataclasses import dataclass
from itertools import pairwise
from statistics import median
from urllib.parse import urlsplit

from harness.core import ids
from harness.core.durations import compact
from harness.microcopy.reader import read
from harness.proposal import controls
from harness.proposal.calls import Call, calls, find_job, within
from harness.proposal.guess import Guess
from harness.proposal.kinds import find_kind
from harness.proposal.seen import Seen, sort_out
from harness.proposal.watched import Watched
from harness.proposal.wires import wire
from harness.proposal.yaml_text import lines

LEAST_GAPS = 2
FEW = 5
ROUND_MS = 100
HEAD = """\
# Proposed by `meanwhile init` from one job that was watched. What stands behind a # says why it is thought so: look at
# it, above all where it says that it is a guess. docs/target.md lists every key, docs/wire.md every slot.
"""


@dataclass(frozen=True, kw_only=True, slots=True)
class Proposal:
    """The text of a target file, and what could not be found, a clause each."""

    text: str
    found: tuple[str, ...]
    missing: tuple[str, ...]


class NothingSeen(ValueError):
    """There is nothing to propose from; the words say what to do."""


def propose(watched: Watched) -> Proposal:
    """The target file. Raises NothingSeen where no back end was asked for anything."""
    if not watched.calls:
        raise NothingSeen("no request to a back end was seen; press the button that starts a job, and wait for its end")
    job = find_job(watched)
    press = controls.pressed_for(job.start, watched)
    seen = sort_out(watched, job, find_kind(job.start, press), calls(watched, job))
    if job.start is None:
        seen.missing.append("the request that starts a job; write one with do: submit")
    told = Guess(
        {
            **_page(seen),
            "shows": Guess([seen.kind.kind.value], seen.kind.why),
            **controls.told(seen, press),
            "wire": wire(seen),
        }
    )
    _never_seen(seen)
    seen.missing.extend(f'what the page means by "{text}"' for text in _unread(watched))
    missing = tuple(dict.fromkeys(seen.missing))
    return Proposal(text=_head(missing) + "\n".join(lines(told)) + "\n", found=_found(seen), missing=missing)


def _head(missing: tuple[str, ...]) -> str:
    listed = "".join(f"# - {one}\n" for one in missing)
    return HEAD + (f"#\n# Could not find:\n{listed}" if missing else "")


def _page(seen: Seen) -> dict[str, Guess]:
    watched = seen.watched
    place = urlsplit(watched.url)
    home = (place.path or "/") + (f"?{place.query}" if place.query else "")
    title = watched.title or place.netloc
    return {
        "id": Guess(ids.to_kebab(title)),
        "title": Guess(title),
        "url": Guess(watched.origin, "the page comes from there; only what stands under wire: is played"),
        **({} if home == "/" else {"home": Guess(home)}),
        **_pages(seen),
        "refresh": _refresh(seen),
    }


def _pages(seen: Seen) -> dict[str, Guess]:
    """The address of a job, where the page had one."""
    job = seen.job.identity
    shown = (within(url) for _, url in seen.watched.addresses if _is_page(url, seen))
    own = next((address for address in shown if job is not None and job.is_asked(address)), None)
    if own is None or job is None:
        seen.missing.append("an address of its own for the job; write pages: {job: ...}, or a reload loses it")
        return {}
    told = job.in_address(own)
    return {"pages": Guess({"job": Guess(told, "the address had the id of the job in it")})}


def _is_page(url: str, seen: Seen) -> bool:
    return url.startswith((seen.watched.origin, "/"))


def _refresh(seen: Seen) -> Guess:
    """How often the page asks again, by what it asked for most often."""
    if any(exchange.is_stream for call in seen.calls for exchange in call.exchanges):
        return Guess("push", "there is an event stream")
    gaps = [gap for call in seen.calls if seen.does(call) is None and (gap := _gap_ms(call)) is not None]
    if gaps:
        return Guess(compact(max(round(min(gaps) / ROUND_MS) * ROUND_MS, ROUND_MS)), "as measured")
    seen.missing.append("how often the page asks again; write refresh: and the interval")
    return Guess("2s", "a guess: it was asked too rarely to tell")


def _gap_ms(call: Call) -> float | None:
    asked = Counter(exchange.url.partition("?")[0] for exchange in call.exchanges)
    most, _ = asked.most_common(1)[0]
    moments = [one.at_ms for one in call.exchanges if one.url.partition("?")[0] == most]
    gaps = [later - earlier for earlier, later in pairwise(moments)]
    return median(gaps) if len(gaps) >= LEAST_GAPS else None


def _never_seen(seen: Seen) -> None:
    """What a person can do to a job that was not done here."""
    done = {seen.does(call) for call in seen.calls}
    if "cancel" not in done:
        seen.missing.append("a cancellation; write a route with do: cancel, if there is one")
    if not done & {"retry-failed", "rerun"}:
        seen.missing.append("a retry; write a route with do: retry-failed or do: rerun, if there is one")
    if seen.clues.states and not seen.clues.ended:
        seen.missing.append("the end of the job: it was still under way; watch one to its end")


def _unread(watched: Watched) -> list[str]:
    """The first few sentences of the page with numbers or states in them that the reader does not understand."""
    return list(dict.fromkeys(one for text in watched.said for one in read(text).unread))[:FEW]


def _found(seen: Seen) -> tuple[str, ...]:
    """What there is, a clause each."""
    told = [f"{call.route}{_what(call, seen)}" for call in seen.calls if call.good or seen.does(call)]
    left = [f"{route} (left to the server)" for route in dict.fromkeys(seen.left_out)]
    return (*told, *left)


def _what(call: Call, seen: Seen) -> str:
    do = seen.does(call)
    if do is not None:
        return f" ({do})"
    return " (event stream)" if any(exchange.is_stream for exchange in call.exchanges) else ""
