"""English: the word tables of the claim reader."""

from harness.microcopy.lists import DEFAULT, FOLDER
from harness.microcopy.tables import load

ENGLISH = load(FOLDER / DEFAULT)
