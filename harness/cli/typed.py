"""What the person typed, for reports to repeat."""

import shlex
import sys


def typed() -> str:
    """The command line as it can be pasted."""
    return shlex.join(["meanwhile", *sys.argv[1:]])
