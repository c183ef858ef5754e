"""The tabs and windows that a person has open: which of them can be seen, and in which one they are."""


class Desk:
    """Tabs have numbers, from 0 in the order in which they are opened. In each window the one used last is in front."""

    def __init__(self) -> None:
        self.opened = 0
        self._windows: dict[int, int] = {}
        """tab -> its window, which has the number of the tab that it was opened with"""
        self._used: list[int] = []
        """the tabs, the one used last at the end"""
        self._away: set[int] = set()
        """windows in which something that is none of ours is in front"""

    @property
    def tabs(self) -> tuple[int, ...]:
        """The tabs that are open, by number."""
        return tuple(sorted(self._windows))

    @property
    def front(self) -> int | None:
        """The tab that the person used last; None where all are closed."""
        return self._used[-1] if self._used else None

    def open(self, *, window: bool = False) -> int:
        """A new tab, in front of the one in use; with ``window`` in a window of its own. Returns its number."""
        number = self.opened
        self.opened += 1
        self._windows[number] = number if window or self.front is None else self._windows[self.front]
        self.turn_to(number)
        return number

    def close(self, tab: int) -> None:
        """The tab is gone; behind it stands the one used before in that window."""
        del self._windows[tab]
        self._used.remove(tab)

    def turn_to(self, tab: int) -> None:
        """The person uses this tab: it is in front in its window."""
        if tab in self._used:
            self._used.remove(tab)
        self._used.append(tab)
        self._away.discard(self._windows[tab])

    def turn_away(self, tab: int) -> None:
        """Something else comes in front in the window of this tab."""
        self._away.add(self._windows[tab])

    def is_seen(self, tab: int) -> bool:
        """Whether the tab is in front in its window."""
        window = self._windows[tab]
        last = next(one for one in reversed(self._used) if self._windows[one] == window)
        return last == tab and window not in self._away

    def has_focus(self, tab: int) -> bool:
        """Whether what the person types would go to this tab."""
        return tab == self.front and self.is_seen(tab)
