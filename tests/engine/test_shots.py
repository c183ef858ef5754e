"""As many pictures as there is room for, those of the first moments first; equal ones are one file."""

from pathlib import Path

import pytest

from harness.engine import shots as module
from harness.engine.shots import Shot, kept
from harness.engine.wanted import Wanted

WEBP, JPEG = b"RIFF....WEBP", b"\xff\xd8\xff, longer than that"


def want(*moments: int, tab: int | None = None) -> list[Wanted]:
    return [Wanted(at_ms=at_ms, kind="state", label=f"at {at_ms}", tab=tab) for at_ms in moments]


def test_a_picture_is_named_after_what_it_holds() -> None:
    assert Shot(tab=0, image=WEBP).name.endswith(".webp")
    assert Shot(tab=0, image=JPEG).name.endswith(".jpg")
    assert Shot(tab=0, image=JPEG).name == Shot(tab=1, image=JPEG).name


def test_equal_pictures_are_one_file_and_all_come_in_the_order_of_time(tmp_path: Path) -> None:
    shots = {at_ms: [Shot(tab=0, image=WEBP)] for at_ms in (1, 2)}
    made = kept(want(2, 1, 3), shots, tmp_path)
    assert [one.at_ms for one in made] == [1, 2]
    assert [path.read_bytes() for path in tmp_path.iterdir()] == [WEBP]
    assert {one.file for one in made} == {f"{tmp_path.name}/{Shot(tab=0, image=WEBP).name}"}


def test_what_comes_first_has_room_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shots = {9: [Shot(tab=0, image=WEBP)], 4: [Shot(tab=0, image=JPEG)], 10: [Shot(tab=0, image=WEBP)]}
    monkeypatch.setattr(module, "MOST_BYTES", len(WEBP))
    assert [one.at_ms for one in kept(want(9, 4, 10), shots, tmp_path)] == [9, 10]


def test_the_tab_that_is_wanted_is_pictured_and_no_other(tmp_path: Path) -> None:
    shots = {1: [Shot(tab=0, image=WEBP), Shot(tab=1, image=JPEG)]}
    assert [one.tab for one in kept(want(1, tab=1), shots, tmp_path)] == [1]
    assert [one.tab for one in kept(want(1), shots, tmp_path)] == [0, 1]
