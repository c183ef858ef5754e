"""The errors that a person may see, each with its exit code."""


class MeanwhileError(Exception):
    """Trouble that ends in one clear sentence. ``exit_code`` is what the command line returns."""

    exit_code = 3


class UsageError(MeanwhileError):
    """A wrong argument or a wrong file: the sentence says where, what and the way out. A trial that it ends cannot be
    judged.
    """

    exit_code = 2


class HarnessTrouble(MeanwhileError):
    """Our own trouble (a crashed browser, a broken wire): never a finding."""


def told(error: OSError) -> str:
    """What the system said, with the file that it is about."""
    said = error.strerror or str(error)
    return f"{error.filename}: {said}" if error.filename else said
