"""What a trial brings to light is told with the line of the file that it is about."""

from pathlib import Path

from harness.scenario.written import Written


def test_what_is_written_has_its_line_and_what_is_not_that_of_what_is_around_it(tmp_path: Path) -> None:
    path = tmp_path / "x.yaml"
    path.write_text("id: x\ncontrols:\n  submit: {name: Go}\njourney:\n  - {at: 1s}\n  - {at: 2s}\n", encoding="utf-8")
    written = Written(path=path)
    assert written.at("journey", 1) == f"{path}:6"
    assert str(written.trouble(("controls", "submit"), "is not there")) == f"{path}:3: submit: is not there"
    assert str(written.trouble(("controls", "cancel"), "is not there")) == f"{path}:2: controls: is not there"


def test_a_file_that_is_gone_is_told_all_the_same(tmp_path: Path) -> None:
    gone = Written(path=tmp_path / "x.yaml")
    assert str(gone.trouble(("controls",), "is not there")) == f"{tmp_path / 'x.yaml'}:1: is not there"
