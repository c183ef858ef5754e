"""Whether the server refuses a start at a moment."""

from harness.scenario.world import Refusal, World


def refusal_at(world: World, at_ms: int) -> Refusal | None:
    """The refusal that meets a start which arrives at that moment; None where it is taken."""
    return next((refusal for refusal in world.refuse if refusal.at_ms <= at_ms < refusal.end_ms), None)
