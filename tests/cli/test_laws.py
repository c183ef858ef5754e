"""``meanwhile laws`` lists the laws and prints one."""

import json

from click.testing import CliRunner

from harness.cli.laws import laws
from harness.laws import ALL


def test_it_lists_every_law() -> None:
    lines = CliRunner().invoke(laws).stdout.splitlines()
    assert [line.split()[0] for line in lines] == [law.id for law in ALL]
    assert all(law.title in line for law, line in zip(ALL, lines, strict=True))


def test_it_prints_one_law_with_all_a_person_should_know() -> None:
    shown = CliRunner().invoke(laws, ["count-true"]).stdout
    law = next(law for law in ALL if law.id == "count-true")
    for text in (law.title, law.requires, law.why, law.source, law.severity.value, "3 times", law.failure_title):
        assert text in shown


def test_json_is_one_object_a_law() -> None:
    lines = CliRunner().invoke(laws, ["--json"]).stdout.splitlines()
    assert [json.loads(line)["id"] for line in lines] == [law.id for law in ALL]


def test_an_unknown_law_exits_2_and_names_those_there_are() -> None:
    result = CliRunner().invoke(laws, ["count-truth"])
    assert result.exit_code == 2
    assert result.stderr.startswith(
        '"count-truth" is no law; did you mean "count-true"? laws are ack-instant, job-acknowledged, '
    )
