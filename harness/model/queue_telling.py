"""Tells everyone who waits their place, the reason and the expected start, and again when one of these has changed."""

from collections.abc import Callable, Mapping

import simpy

from harness.model.estimate import Forecast
from harness.model.limits import Tokens
from harness.model.log import Log
from harness.model.pool import Pool
from harness.model.queue_hold import Holds
from harness.model.queue_line import Lines, Ticket
from harness.model.queue_notice import TENTH, Notice, Reason

SECOND_LOOK_MS = 1_000
MOST_SECOND_LOOKS = 5


class Telling:
    """Writes ``run.queued`` and ``queue.moved``; only what is news is written."""

    def __init__(
        self,
        env: simpy.Environment,
        log: Log,
        lines: Lines,
        holds: Holds,
        tokens: Tokens,
        serving: Mapping[str, tuple[Pool, ...]],
        blocked_until_ms: Callable[[int], int],
    ) -> None:
        self._env = env
        self._log = log
        self._lines = lines
        self._holds = holds
        self._tokens = tokens
        self._serving = serving
        self._all_pools = tuple(dict.fromkeys(pool for pools in serving.values() for pool in pools))
        self._blocked_until_ms = blocked_until_ms
        self._blocked_ms = int(env.now)
        self._forecast: Forecast | None = None

    def is_outdated(self) -> None:
        """What was forecast no longer holds."""
        self._forecast = None

    def welcome(self, ticket: Ticket) -> None:
        """Somebody begins to wait. Those behind are told that they have one more before them, and because of what."""
        if self._forecast is not None and self._lines.is_last(ticket):
            notice = self._notice(ticket, self._lines.ahead(ticket), self._forecast)
            if notice.holds_by(self._forecast.at_ms):
                self._tell("run.queued", ticket, notice)
                return
        self.review(newcomer=ticket)

    def review(self, *, newcomer: Ticket | None = None, second_look: bool = False) -> None:
        """Go through all who wait, and tell those for whom something has changed."""
        if not self._lines:
            return
        forecast = self._new_forecast()
        notices = [(ticket, self._notice(ticket, ahead, forecast)) for ticket, ahead in self._lines.in_order()]
        self._forecast = forecast
        for ticket, notice in notices:
            if ticket is newcomer:
                self._tell("run.queued", ticket, notice)
        for ticket, notice in notices:
            ticket.overdue = ticket.overdue if second_look else 0
            self._tell_news(ticket, notice, newcomer)

    def _tell_news(self, ticket: Ticket, notice: Notice, newcomer: Ticket | None) -> None:
        told = ticket.told
        if told is None or not notice.is_news_after(told):
            return
        if notice.ahead > told.ahead and newcomer is not None:
            because = "taken-up-again" if newcomer.claim.front else "priority"
            self._tell("queue.moved", ticket, notice, because=because)
        else:
            self._tell("queue.moved", ticket, notice)

    def _tell(self, kind: str, ticket: Ticket, notice: Notice, **more: str) -> None:
        ticket.told = notice
        self._log.emit(kind, ticket.claim.key, **notice.data, **more)
        if notice.ahead == 0 and notice.expected_start_ms is not None:
            grace_ms = max(SECOND_LOOK_MS, notice.wait_ms // TENTH)
            self._look_again(ticket, notice, notice.expected_start_ms + grace_ms + 1)

    def _look_again(self, ticket: Ticket, told: Notice, at_ms: int) -> None:
        """What was told may turn out wrong without anything happening: look again once it must have come true."""
        self._at(at_ms, lambda: self._second_look(ticket, told))

    def _at(self, at_ms: int, look: Callable[[], None]) -> None:
        moment = self._env.timeout(at_ms - self._now_ms)
        assert moment.callbacks is not None
        moment.callbacks.append(lambda _: look())

    def _second_look(self, ticket: Ticket, told: Notice) -> None:
        if ticket.gone or ticket.told is not told:
            return
        ticket.overdue += 1
        self.review(second_look=True)

    def _notice(self, ticket: Ticket, ahead: int, forecast: Forecast) -> Notice:
        shares = self._tokens.shares(ticket.claim)
        unmet = ticket.claim.after if ticket.unmet else ()
        expected_ms = forecast.start_ms(ticket.claim, shares, unmet)
        known = expected_ms if ticket.overdue <= MOST_SECOND_LOOKS else None
        return Notice(at_ms=self._now_ms, ahead=ahead, reason=self._reason(ticket), expected_start_ms=known)

    def _reason(self, ticket: Ticket) -> Reason:
        if ticket.unmet:
            return Reason.DEPENDENCY
        pools = self._serving[ticket.claim.queue]
        if pools and all(pool.paused is not None for pool in pools):
            return Reason.PAUSED
        if not self._tokens.are_free(self._tokens.shares(ticket.claim)):
            return Reason.CONCURRENCY_LIMIT
        return Reason.RATE_LIMIT if self._blocked_ms > self._now_ms else Reason.NO_FREE_WORKER

    def _new_forecast(self) -> Forecast:
        now_ms = self._now_ms
        self._notice_block(self._blocked_until_ms(now_ms))
        ends = self._holds.ends(now_ms)
        return Forecast(
            at_ms=now_ms,
            serving=self._serving,
            free={pool: self._holds.free_ms(pool, ends, now_ms) for pool in self._all_pools},
            tokens=self._tokens.free_ms(ends, now_ms),
            ends=ends,
            mean_ms=self._holds.durations.mean_ms,
        )

    def _notice_block(self, until_ms: int) -> None:
        """The third party takes no calls until then; those who wait for that reason are told when it is over."""
        if until_ms > max(self._now_ms, self._blocked_ms):
            self._at(until_ms, self.review)
        self._blocked_ms = until_ms

    @property
    def _now_ms(self) -> int:
        return int(self._env.now)
