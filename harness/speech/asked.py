"""What is not asked of a page: to say what its back end never tells. What it says of it all the same is judged."""

from harness.speech.acts import Act, Said
from harness.speech.judged import Judged
from harness.speech.situation import Situation

_FACTS = {"done": "processed", "undone": "rolled_back"}
_OF_ACT = {
    ("state", Act.RETRYING): "retrying",
    ("state", Act.CANCELLING): "cancelling",
    ("count", Act.SUCCEEDED): "succeeded",
    ("count", Act.FAILED): "failed",
}
"""slot, or slot and act -> the fact that fills it, where that has another name"""


def is_asked(held: Judged, so: Situation) -> bool:
    """Whether an answer stands: that something is not said, or cannot be read, counts only where it can be known."""
    fact = _OF_ACT.get((held.name, so.act), _FACTS.get(held.name, held.name))
    return fact not in so.untold or held.said not in (Said.OMITS, Said.UNVERIFIABLE)
