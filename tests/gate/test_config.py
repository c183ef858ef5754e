"""``meanwhile.toml``: where it is looked for, what it says, and the sentence for each thing that is wrong with it."""

from pathlib import Path

import pytest

from harness.core.errors import UsageError
from harness.core.verdicts import Level
from harness.gate.config import Config, find_config, read_config
from tests.gate.made import LAWS

WHOLE = """\
[targets]
shop = "web/target.yaml"

[suites]
ci = ["black-hole", "law:count-true"]

[laws]
count-true = {level = "warn", reason = "numbers are being reworked"}
one-job = {level = "off", reason = "the old page"}
reload-restores = {level = "error"}
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def read(text: str, name: str = "meanwhile.toml") -> Config:
    Path(name).write_text(text, encoding="utf-8")
    return read_config(Path(name), LAWS)


def levels(config: Config) -> dict[str, tuple[Level, str]]:
    return {law.id: (law.level, law.reason) for law in config.levels(LAWS)}


def test_it_sets_targets_suites_and_laws(folder: Path) -> None:
    config = read(WHOLE)
    assert config.told.targets == {"shop": "web/target.yaml"}
    assert config.told.suites == {"ci": ("black-hole", "law:count-true")}
    assert levels(config) == {
        "count-true": (Level.WARN, "numbers are being reworked"),
        "submit-once": (Level.OFF, "the old page"),
        "reload-restores": (Level.ERROR, ""),
    }


def test_a_law_by_a_former_id_is_told(folder: Path) -> None:
    assert read(WHOLE).remarks(LAWS) == ("meanwhile.toml:9: one-job: the law is now called submit-once; write that",)
    assert read("").remarks(LAWS) == ()


def test_the_table_of_the_project_file_says_the_same_with_its_own_lines(folder: Path) -> None:
    table = WHOLE.replace("[", "[tool.meanwhile.", 3).replace('[tool.meanwhile."black', '["black')
    text = "[project]\nname = 'x'\nlaws = 'other'\n\n" + _tabled(WHOLE)
    assert levels(read(text, "pyproject.toml")) == levels(read(WHOLE))
    assert table != text
    with pytest.raises(UsageError, match=r"^pyproject\.toml:12: count-tru: "):
        read(text.replace("count-true = {", "count-tru = {"), "pyproject.toml")


def _tabled(text: str) -> str:
    lines = text.splitlines()
    return "\n".join(f"[tool.meanwhile.{line[1:]}" if line.startswith("[") else line for line in lines) + "\n"


def test_without_a_file_nothing_is_said() -> None:
    assert Config().levels(LAWS) == LAWS


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("targets = 3", '1: targets: "3" is wrong; write a table, such as [targets], and lines of key = value below'),
        ("[targets]\nshop = 1", '2: shop: "1" is wrong; write it in quotes'),
        ("[suites]\nci = 'x'", '2: ci: "x" is wrong; write a list, such as ["black-hole", "family:network"]'),
        ("[suite]\nci = []", '1: suite: is no key that is known here; did you mean "suites"? keys here are targets, '),
        ("[suites]\nCI = []", '2: CI: "CI" is not kebab-case; write ci'),
        ("[laws]\ncount-true = 'off'", '2: count-true: "off" is wrong; write a table, such as {level = "warn", '),
        ("[laws]\ncount-true = {level = 'off'}", '2: count-true: "off" needs a reason; write reason = "..." beside it'),
        ("[laws.count-true]\nlevel = 'warn'\nreason = ' '", '1: count-true: "warn" needs a reason; '),
        ("[laws.count-true]\nreason = 'x'", '1: level: is missing; write level = "..." here'),
        ("[laws.count-true]\nlevel = 'of'", '2: level: "of" is wrong; did you mean "off"? write one of error, warn, '),
        ("\n[laws\n", "2: this is not TOML (expected ']' at the end of a table declaration); look at this line"),
        ("a = 1\na = 2", "2: this is not TOML (cannot overwrite a value); look at this line"),
        ("[laws]\nx = {", "2: this is not TOML ("),
    ],
)
def test_what_is_wrong_is_told_with_its_line(folder: Path, text: str, said: str) -> None:
    with pytest.raises(UsageError) as told:
        read(text)
    assert str(told.value).startswith(f"meanwhile.toml:{said}")


def test_a_law_that_there_is_not_is_told_with_its_line(folder: Path) -> None:
    with pytest.raises(UsageError) as told:
        read("[laws]\ncount-tru = {level = 'error'}\n[laws.other]\nlevel = 'error'\n")
    first, second = str(told.value).splitlines()
    assert first.startswith(
        'meanwhile.toml:2: count-tru: "count-tru" is no law; did you mean "count-true"? take it out'
    )
    assert second.startswith('meanwhile.toml:3: other: "other" is no law; take it out, or write one that `meanwhile ')


def test_all_that_is_wrong_is_told_at_once(folder: Path) -> None:
    with pytest.raises(UsageError) as told:
        read(
            "[targets]\nshop = 1\n[laws]\ncount-tru = {level = 'off', reason = 'x'}\n[laws.submit-once]\nlevel = 'of'\n"
        )
    assert [line.split(": ")[:2] for line in str(told.value).splitlines()] == [
        ["meanwhile.toml:2", "shop"],
        ["meanwhile.toml:4", "count-tru"],
        ["meanwhile.toml:6", "level"],
    ]


def test_the_nearest_file_up_to_the_root_of_the_repository_is_taken(folder: Path) -> None:
    inner = folder / "repository" / "web"
    inner.mkdir(parents=True)
    (folder / "meanwhile.toml").touch()
    assert find_config(inner) is None
    (folder / "repository" / ".git").mkdir()
    assert find_config(inner) is None
    (folder / "repository" / "pyproject.toml").write_text("[tool.meanwhile.suites]\n", encoding="utf-8")
    assert find_config(inner) == folder / "repository" / "pyproject.toml"
    (folder / "repository" / "meanwhile.toml").touch()
    assert find_config(inner) == folder / "repository" / "meanwhile.toml"
    (inner / "pyproject.toml").write_text("[tool.other]\n", encoding="utf-8")
    assert find_config(inner) == folder / "repository" / "meanwhile.toml"
    (inner / "meanwhile.toml").touch()
    assert find_config(inner) == inner / "meanwhile.toml"


def test_without_a_repository_only_the_folder_itself_is_looked_into(folder: Path) -> None:
    (folder / "meanwhile.toml").touch()
    (folder / "web").mkdir()
    assert find_config(folder / "web") is None
    assert find_config(folder) == folder / "meanwhile.toml"
