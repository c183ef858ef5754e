"""The one home of randomness: named streams, each seeded by the trial's seed and its own name."""

import hashlib
from random import Random

__all__ = ["Random", "stream"]


def stream(seed: int, name: str) -> Random:
    """A stream that depends on seed and name alone, so that drawing from one never moves another."""
    digest = hashlib.sha256(f"{seed}/{name}".encode()).digest()
    return Random(int.from_bytes(digest, "big"))
