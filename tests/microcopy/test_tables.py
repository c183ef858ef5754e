"""The word tables of a language are read from its folder, as they are written there."""

import shutil
from pathlib import Path

import pytest

from harness.microcopy.english import ENGLISH
from harness.microcopy.lists import DEFAULT, FOLDER
from harness.microcopy.tables import load


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return Path(shutil.copytree(FOLDER / DEFAULT, tmp_path / "en"))


def add(path: Path, section: str, line: str) -> None:
    text = path.read_text(encoding="utf-8").replace(f"[{section}]\n", f"[{section}]\n{line}\n")
    path.write_text(text, encoding="utf-8")


def test_a_verb_has_three_forms_and_counts_what_went_well_unless_it_is_neutral(folder: Path) -> None:
    add(folder / "verbs.txt", "activities", "knit knitting knitted\nweigh weighing weighed")
    add(folder / "verbs.txt", "neutral", "weigh")
    language = load(folder)
    assert language.activities["knit"] == ("knit", "knitting", "knitted")
    assert {"knit", "weigh"} & language.achievements == {"knit"}
    assert {"knit", "weigh"} <= language.imperatives
    assert any("knitted" in pattern for pattern, bucket in language.buckets if bucket == "failed")


def test_words_numbers_and_pairs_are_read(folder: Path) -> None:
    add(folder / "nouns.txt", "item", "sock")
    add(folder / "nouns.txt", "numbers", "dozen 12")
    add(folder / "predicates.txt", "endings", "failed: unravelled torn")
    add(folder / "predicates.txt", "states", "paused: at rest")
    language = load(folder)
    assert "sock" in language.item_nouns
    assert language.number_words["dozen"] == 12
    assert [language.endings[word] for word in ("unravelled", "torn")] == ["failed", "failed"]
    assert language.states[0] == ("at rest", "paused")


def test_an_idiom_keeps_the_spaces_of_its_words(folder: Path) -> None:
    add(folder / "idioms.txt", "idioms", 'in (stitches|knots) => "were "\npurl => \\1 done')
    assert load(folder).idioms[:2] == (("in (stitches|knots)", "were "), ("purl", "\\1 done"))


def test_a_notice_is_of_a_kind_and_may_be_of_a_word(folder: Path) -> None:
    add(folder / "notices.txt", "connection lost", "the yarn is cut")
    add(folder / "notices.txt", "loading", "winding")
    notices = load(folder).notices
    assert ("the yarn is cut", "connection", "lost") in notices
    assert ("winding", "loading", None) in notices


def test_the_lines_of_a_mood_are_alternatives(folder: Path) -> None:
    add(folder / "moods.txt", "silent", "in a dream")
    assert load(folder).silent.startswith("in a dream|")


def test_what_is_not_whole_is_told(folder: Path) -> None:
    (folder / "predicates.txt").write_text("[buckets]\nfailed: {TORN}\n", encoding="utf-8")
    with pytest.raises(ValueError, match=r"predicates.txt:2: \{TORN\} is not known here"):
        load(folder)


def test_kin_may_say_the_same(folder: Path) -> None:
    add(folder / "verbs.txt", "kin", "knit crochet")
    assert load(folder).kin["crochet"] == {"knit", "crochet"}
    assert ENGLISH.kin["check"] >= {"validate", "verify"}
