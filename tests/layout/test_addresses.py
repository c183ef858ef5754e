"""The repository names no machine's folders and no registry's host: it works with any mirror, anywhere."""

import re

import pytest

from tests.layout.repository import text_files

MACHINE_PATH = re.compile(r"(?<![\w.])/(?:work|farm|root|tmp|home|Users)/\w")
HOSTS = ("pypi", "pythonhosted", "npmjs", "debian", "golang", "crates", "yarnpkg")
REGISTRY = re.compile(r"\b(?:" + "|".join(HOSTS) + r")\.(?:org|com|io)\b")


def found(pattern: re.Pattern[str]) -> list[str]:
    return [
        f"{name}:{number}: {line.strip()[:100]}"
        for name, text in text_files()
        for number, line in enumerate(text.splitlines(), 1)
        if pattern.search(line)
    ]


def test_no_machine_path() -> None:
    assert found(MACHINE_PATH) == []


def test_no_registry_host() -> None:
    assert found(REGISTRY) == []


@pytest.mark.parametrize("host", ["files.pythonhosted" + ".org", "registry.npmjs" + ".org", "pypi" + ".org"])
def test_a_host_would_be_found(host: str) -> None:
    assert REGISTRY.search(f'"resolved": "https://{host}/x"')


def test_a_machine_path_would_be_found() -> None:
    assert MACHINE_PATH.search('open("' + "/home" + '/ada/x")')
