"""English: the word tables of the claim reader."""

from pathlib import Path

from harness.microcopy.tables import load

ENGLISH = load(Path(__file__).parent / "languages" / "en")
