"""SUM: numbers that stand together add up."""

from collections.abc import Iterable, Sequence
from itertools import combinations, product

Number = int | float


def adds_up(whole: Iterable[Number], parts: Sequence[Iterable[Number]], besides: Iterable[Number] = ()) -> bool:
    """Whether one value of each part makes the whole, with any of what stands besides that may be a part of its own.

    A part of which several values are shown counts once; whichever fits is taken.
    """
    extra = tuple(besides)
    more = {sum(some) for size in range(len(extra) + 1) for some in combinations(extra, size)}
    sums = {sum(chosen) + added for chosen in product(*parts) for added in more}
    return bool(sums & set(whole))
