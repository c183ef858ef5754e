"""The file that something was read from: where in it a value stands, for what only a trial brings to light."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from harness.core.errors import UsageError
from harness.scenario import yaml_file
from harness.scenario.checks import Place
from harness.scenario.lines import locate


@dataclass(frozen=True, kw_only=True, slots=True)
class Written:
    """A YAML file. It is read again only where there is something to say of it; where it is gone, all is on line 1."""

    path: Path

    def at(self, *place: str | int) -> str:
        """Where a value stands, or what is around it where it is not written: ``rows.yaml:4``."""
        return f"{yaml_file.shown(self.path)}:{locate(self._tree(), place)[0]}"

    def trouble(self, place: Place, sentence: str) -> UsageError:
        """The error that says what is wrong with the value there."""
        return yaml_file.trouble(self.path, self._tree(), [(place, sentence)])

    def _tree(self) -> Any:
        try:
            return yaml_file.tree(yaml_file.text(self.path, "YAML"), self.path)
        except UsageError:
            return None
