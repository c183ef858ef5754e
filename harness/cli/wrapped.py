"""Lines of a list that stand below their beginning where they are long."""

import textwrap

WIDTH = 140


def wrapped(head: str, told: str) -> str:
    """What is told after its head; where that is longer than a line it goes on below its beginning."""
    after = " " * len(head)
    wrapper = textwrap.TextWrapper(WIDTH, initial_indent=head, subsequent_indent=after, break_on_hyphens=False)
    return wrapper.fill(told)
