"""Everything that a journey can say is told in docs/journeys.md, and its example is one that can be played."""

import re

from ruamel.yaml import YAML

from harness.scenario.journey import By, Do, Page, Step
from harness.targets.controls import USUAL
from tests.layout.repository import ROOT

DOCS = (ROOT / "docs" / "journeys.md").read_text(encoding="utf-8")


def test_every_step_and_every_control_is_told() -> None:
    rows = "\n".join(line.split("|")[1] for line in DOCS.splitlines() if line.startswith("| `"))
    assert set(re.findall(r"`([\w-]+)`", rows)) == set(Do)
    assert all(f"`{word}`" in DOCS or f"`by: {word}`" in DOCS for word in By)
    assert all(f"`{word}`" in DOCS or f"`page: {word}`" in DOCS for word in Page)
    assert all(f"`{name}`" in DOCS for name in (*USUAL, "confirm", "dismiss"))


def test_the_example_is_read() -> None:
    example = re.search(r"```yaml\n(journey:.*?)```", DOCS, re.DOTALL)
    assert example is not None
    steps = [Step.model_validate(told) for told in YAML(typ="safe").load(example[1])["journey"]]
    assert [step.do for step in steps] == [Do.CHOOSE_FILE, Do.SUBMIT, Do.OPEN_WINDOW, Do.CANCEL, Do.CANCEL]
