"""The fold of a run's items: what has become of each, how many came to which end, and for which causes."""

from typing import Any

from harness.core.words import ItemState
from harness.facts.series import Series, Tally
from harness.facts.views import CauseCount, ItemView

ENDS = {"item.succeeded": ItemState.SUCCEEDED, "item.failed": ItemState.FAILED, "item.skipped": ItemState.SKIPPED}


class ItemFold:
    """Ends are tallies, items are step functions: any moment of them is a bisection."""

    def __init__(self) -> None:
        self._ended = {state: Tally() for state in ENDS.values()}
        self._rolled_back = Tally()
        self._unheard = Tally()
        self._causes: dict[tuple[str, str], Tally] = {}
        self._items: dict[str, Series[ItemView | None]] = {}

    @property
    def processed(self) -> int:
        """How many items have come to an end that still stands."""
        return sum(tally.last for tally in self._ended.values()) - self._rolled_back.last

    def put(self, count: int, data: dict[str, Any], state: ItemState) -> None:
        """What has become of one item."""
        series = self._items.setdefault(data["item"], Series(None))
        known = series.last
        attempt = data.get("attempt", known.attempt if known else 1)
        name = data.get("name") or (known.name if known else data["item"])
        view = ItemView(
            id=data["item"],
            name=name,
            state=state,
            cause=data.get("cause"),
            attempt=attempt,
            done=bool(data.get("done")),
        )
        series.put(count, view)

    def end(self, count: int, data: dict[str, Any], state: ItemState) -> None:
        """An item has come to its end."""
        self._ended[state].mark(count)
        cause = data.get("cause")
        if cause is not None:
            self._causes.setdefault((cause, state.value), Tally()).mark(count)
        if data.get("done"):
            self._unheard.mark(count)
        self.put(count, data, state)

    def roll_back(self, count: int, data: dict[str, Any]) -> None:
        """What had succeeded is undone, as if nobody had begun with it."""
        self._rolled_back.mark(count)
        self.put(count, data, ItemState.WAITING)

    def at(self, count: int) -> tuple[ItemView, ...]:
        """The items that an event has spoken of by then, by id."""
        views = (series.at(count) for _, series in sorted(self._items.items()))
        return tuple(view for view in views if view is not None)

    def counts(self, count: int) -> dict[str, int]:
        """The items by their ends, as Counts has them."""
        rolled_back = self._rolled_back.at(count)
        return {
            "succeeded": self._ended[ItemState.SUCCEEDED].at(count) - rolled_back,
            "failed": self._ended[ItemState.FAILED].at(count),
            "skipped": self._ended[ItemState.SKIPPED].at(count),
            "rolled_back": rolled_back,
            "unheard": self._unheard.at(count),
        }

    def causes(self, count: int) -> tuple[CauseCount, ...]:
        """How many failed or were skipped for which cause."""
        counted = ((key, tally.at(count)) for key, tally in self._causes.items())
        return tuple(CauseCount(cause=cause, state=state, count=times) for (cause, state), times in counted if times)
