"""What the person typed can be pasted."""

import sys

import pytest

from harness.cli.typed import typed


def test_words_with_spaces_are_quoted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "argv", ["x/meanwhile", "run", "my page.yaml"])
    assert typed() == "meanwhile run 'my page.yaml'"
