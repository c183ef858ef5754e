"""The one home of randomness: named streams, each seeded by the trial's seed and its own name."""

import hashlib
from random import Random

__all__ = ["Random", "derive", "stream"]


def stream(seed: int, name: str) -> Random:
    """A stream that depends on seed and name alone, so that drawing from one never moves another."""
    digest = hashlib.sha256(f"{seed}/{name}".encode()).digest()
    return Random(int.from_bytes(digest, "big"))


def derive(seed: int, name: str) -> int:
    """Another seed for another purpose, of 32 bits: it fits wherever a seed goes."""
    return stream(seed, name).getrandbits(32)
