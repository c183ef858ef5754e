"""What the network part may say is told in docs/network.md: every profile, fault and key, in the schema's words."""

import re
from pathlib import Path
from typing import Any, get_args

import pytest
from ruamel.yaml import YAML

from harness.core.errors import UsageError
from harness.core.resources import data
from harness.network import faults
from harness.scenario import read
from harness.scenario.network import FaultPart, NetworkPart
from tests.layout.repository import ROOT
from tests.scenario.test_read import GOOD, PATH

DOCS = (ROOT / "docs" / "network.md").read_text(encoding="utf-8")
ROWS = {cells[0].strip("`"): cells[1:] for cells in re.findall(r"^\| (`[\w-]+`) ((?:\| .* )+)\|$", DOCS, re.MULTILINE)}
PARTS = {get_args(part.model_fields["kind"].annotation)[0]: part for part in get_args(get_args(FaultPart)[0])}
KEYS = {part: {field.alias or name: field for name, field in PARTS[part].model_fields.items()} for part in PARTS}


def yaml(text: str) -> Any:
    return YAML(typ="safe", pure=True).load(text)


def cells(id: str) -> list[str]:
    return [cell.strip() for cell in ROWS[id][0].strip("| ").split(" | ")]


@pytest.mark.parametrize("file", sorted(data("fixtures/network").glob("*.yaml")), ids=lambda file: file.stem)
def test_every_profile_is_told_with_its_numbers(file: Path) -> None:
    profile = yaml(file.read_text(encoding="utf-8"))
    title, rtt, down, up, own = cells(file.stem)
    assert (title, rtt, down, up) == (profile["title"], profile["rtt"], profile["down"], profile["up"])
    for one in profile.get("interruptions", ()):
        lasting = f" for {one['for']}" if "for" in one else ""
        assert f"`{one['kind']}`{lasting} at {one['first']}, then every {one['every']}" in own
    assert all(f"`{key}`" in DOCS or f"| {key} |" in DOCS for key in set(profile) - {"id", "title", "source"})


def test_every_fault_is_told_with_its_keys() -> None:
    assert set(PARTS) == {fault.kind for fault in faults.ALL}
    for kind, keys in KEYS.items():
        assert set(re.findall(r"`(\w+)`", cells(kind)[-1])) == set(keys) - {"kind"}


def test_every_key_is_told_in_the_words_of_the_schema() -> None:
    for keys in KEYS.values():
        for name, field in keys.items():
            assert name == "kind" or str(field.description).rstrip(".") in cells(name)[0]


def test_nothing_else_is_told() -> None:
    profiles = {file.stem for file in data("fixtures/network").glob("*.yaml")}
    assert set(ROWS) == profiles | set(PARTS) | {name for keys in KEYS.values() for name in keys} - {"kind"}


def test_the_example_has_every_fault_and_is_read() -> None:
    example = re.search(r"```yaml\nnetwork:\n(.*?)```", DOCS, re.DOTALL)
    assert example is not None
    told = NetworkPart.model_validate(yaml(f"network:\n{example[1]}")["network"])
    assert {fault.kind for fault in told.schedule().faults} == set(PARTS)


def test_a_pattern_that_fits_no_path_is_refused() -> None:
    fault = "{at: 10s, for: 5s, kind: lost_response, match: retry-failed}"
    with pytest.raises(UsageError) as raised:
        read.parse(GOOD.replace("{at: 10s, for: 5s, kind: blackhole}", fault), PATH)
    way_out = "write /retry-failed, or *retry-failed for paths that end so"
    assert str(raised.value) == f'x.yaml:11: match: "retry-failed" begins no path, so no request fits; {way_out}'
