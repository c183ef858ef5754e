"""What a call is about: the command line first, then the nearest meanwhile.toml."""

from pathlib import Path

import pytest

from harness.core.errors import UsageError
from harness.engine.chosen import Asked, choose

CONFIG = """\
[targets]
shop = "web/target.yaml"

[suites]
small = ["black-hole", "own/mine.yaml"]

[laws]
count-true = {level = "off", reason = "numbers are being reworked"}
"""
MINE = (
    "id: mine\ntitle: Mine\nworld: {jobs: [{id: publish, kind: publish, items: 3}]}\njourney: [{at: 0s, do: reload}]\n"
)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "meanwhile.toml").write_text(CONFIG, encoding="utf-8")
    for name, text in (("web/target.yaml", "id: shop\n"), ("own/mine.yaml", MINE)):
        (tmp_path / name).parent.mkdir()
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


def test_the_only_target_and_the_laws_of_the_config_hold(folder: Path) -> None:
    chosen = choose(Asked())
    assert (chosen.target, chosen.scenarios, chosen.scope) == ("web/target.yaml", (), "all")
    assert chosen.off == ("count-true",)
    assert chosen.gate.baseline is None


def test_the_command_line_beats_the_config(folder: Path) -> None:
    assert choose(Asked(target="reference")).target == "reference"
    assert choose(Asked(target="other/target.yaml")).target == "other/target.yaml"
    assert choose(Asked(target="shop")).target == "web/target.yaml"
    (folder / "other.toml").write_text("", encoding="utf-8")
    assert choose(Asked(config=Path("other.toml"))).off == ()


def test_without_a_config_it_is_the_reference_page(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    chosen = choose(Asked(scenarios=("black-hole",)))
    assert (chosen.target, chosen.scenarios, chosen.scope, chosen.off) == ("reference", ("black-hole",), "named", ())


def test_a_suite_names_scenarios_as_one_would_type_them_from_here(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    chosen = choose(Asked(suite="small"))
    assert (chosen.scenarios, chosen.scope) == (("black-hole", "own/mine.yaml"), "suite small")
    (folder / ".git").mkdir()
    monkeypatch.chdir(folder / "web")
    chosen = choose(Asked(suite="small"))
    assert (chosen.scenarios, chosen.target) == (("black-hole", "../own/mine.yaml"), "target.yaml")


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        (Asked(target="shp"), 'no target "shp"; '),
        (Asked(suite="smal"), 'meanwhile.toml:4: suites: no suite "smal"; did you mean "small"? suites are small'),
        (Asked(suite="small", scenarios=("x",)), "--suite small and names of scenarios exclude each other; leave one "),
        (Asked(config=Path("nope.toml")), "nope.toml: cannot be read (No such file or directory); give the path of a "),
        (Asked(baseline=Path("b.yaml")), "--baseline: b.yaml: there is no such file; "),
        (Asked(update=True), "--update-baseline: which file? name it with --baseline FILE"),
        (
            Asked(update=True, baseline=Path("b.yaml"), scenarios=("black-hole",)),
            "--update-baseline needs a complete run; leave the names of scenarios out, or name a --suite",
        ),
        (Asked(reason="x"), "--reason is that of what --update-baseline adds; write both, or neither"),
    ],
)
def test_what_is_wrong_is_told(folder: Path, asked: Asked, said: str) -> None:
    with pytest.raises(UsageError) as told:
        choose(asked)
    assert str(told.value).startswith(said)


def test_a_suite_without_a_config_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(UsageError, match=r'^--suite: nothing names a suite "ci"; write \[suites\] in meanwhile\.toml$'):
        choose(Asked(suite="ci"))


def test_one_call_judges_one_target(folder: Path) -> None:
    (folder / "meanwhile.toml").write_text("[targets]\nshop = 'a.yaml'\nadmin = 'reference'\n", encoding="utf-8")
    with pytest.raises(UsageError, match=r"^meanwhile\.toml:1: targets: there are 2 targets, shop, admin; say "):
        choose(Asked())
    assert choose(Asked(target="admin")).target == "reference"
    with pytest.raises(UsageError, match=r'^meanwhile\.toml:2: shop: "a\.yaml" is not there; write its path from the '):
        choose(Asked(target="shop"))


def test_a_target_that_there_is_not_is_told_with_those_of_the_config(folder: Path) -> None:
    with pytest.raises(UsageError, match=r'; did you mean "shop"\? meanwhile\.toml names shop$'):
        choose(Asked(target="shp"))
