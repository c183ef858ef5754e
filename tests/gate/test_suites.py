"""Which scenarios the words of a suite stand for."""

from pathlib import Path

import pytest

from harness.core.errors import UsageError
from harness.gate.config import read_config
from harness.gate.suites import suite
from harness.laws import ALL
from harness.scenario import read

LAWS = tuple(law.info for law in ALL)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    for name in ("own/one.yaml", "own/deep/two.yaml", "own/deep/three.yml", "own/notes.txt"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).touch()
    return tmp_path


def names(words: str, name: str = "ci") -> list[str]:
    Path("meanwhile.toml").write_text(f"[suites]\nci = [{words}]\n", encoding="utf-8")
    return [path.stem for path in suite(name, read_config(Path("meanwhile.toml"), LAWS), LAWS)]


def arming(law: str) -> list[str]:
    return [path.stem for path in read.paths() if law in read.load(path).arms]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ('"black-hole", "mixed-outcome"', ["black-hole", "mixed-outcome"]),
        ('"mixed-outcome", "black-hole", "mixed-outcome"', ["mixed-outcome", "black-hole"]),
        ('"*-hole"', ["black-hole"]),
        ('"own/one.yaml"', ["one"]),
        ('"own/"', ["three", "two", "one"]),
        ('"own/*.yaml"', ["one"]),
        ('"own/**/t*.y*"', ["three", "two"]),
    ],
)
def test_words_stand_for_files(folder: Path, words: str, found: list[str]) -> None:
    assert names(words) == found


def test_a_law_stands_for_the_scenarios_that_exist_for_it(folder: Path) -> None:
    found = names('"law:reconnect-catches-up"')
    assert "black-hole" in found
    assert found == arming("reconnect-catches-up")


def test_a_family_stands_for_its_scenarios(folder: Path) -> None:
    found = names('"family:network"')
    assert "black-hole" in found
    assert found == sorted(path.stem for path in read.paths() if path.parent.name == "network")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ('"black-hol"', '2: ci: "black-hol" is no scenario; did you mean "black-hole"? `meanwhile list` shows'),
        ('"x*y"', '2: ci: "x*y" is no scenario; '),
        ('"law:count-tru"', '2: ci: "law:count-tru" is no law; did you mean "count-true"? `meanwhile laws`'),
        ('"family:net"', '2: ci: "family:net" is no family of scenarios; did you mean "network"? families are '),
        (
            '"own/nope.yaml"',
            '2: ci: "own/nope.yaml" is no scenario file and holds none; write its path from',
        ),
        ('"nope/"', '2: ci: "nope/" is no scenario file and holds none; '),
        ("", "2: ci: is empty; name at least one scenario"),
    ],
)
def test_a_word_that_stands_for_nothing_is_told(folder: Path, words: str, said: str) -> None:
    with pytest.raises(UsageError) as told:
        names(words)
    assert str(told.value).startswith(f"meanwhile.toml:{said}")


def test_all_words_that_stand_for_nothing_are_told_at_once(folder: Path) -> None:
    with pytest.raises(UsageError) as told:
        names('"black-hol", "black-hole", "family:net"')
    assert [line.split('"')[1] for line in str(told.value).splitlines()] == ["black-hol", "family:net"]


def test_a_law_that_no_scenario_exists_for_is_told(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(read, "paths", lambda: ())
    with pytest.raises(UsageError, match='"law:count-true" names a law that no scenario exists for'):
        names('"law:count-true"')


def test_a_suite_that_there_is_not_is_told(folder: Path) -> None:
    with pytest.raises(UsageError, match=r'meanwhile\.toml:1: suites: no suite "ce"; suites are ci$'):
        names('"black-hole"', name="ce")
