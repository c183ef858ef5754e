"""What can be set: on pytest's command line, or in its configuration file."""

from dataclasses import dataclass
from pathlib import Path
from typing import Self

import pytest

REPORT = "meanwhile-report"


@dataclass(frozen=True, kw_only=True, slots=True)
class Options:
    """``targets``: target files or ids that scenario files are judged on; ``report``: the folder of the reports.

    ``baseline``: the file of findings that are known.
    """

    targets: tuple[str, ...]
    report: Path
    baseline: Path | None
    defect: str | None
    pictures: bool

    @classmethod
    def of(cls, config: pytest.Config) -> Self:
        """As set for this session; the command line comes before the configuration file."""
        given: list[str] = config.getoption("meanwhile_target")
        folder: str = config.getoption("meanwhile_report") or config.getini("meanwhile_report")
        known: str = config.getoption("meanwhile_baseline") or config.getini("meanwhile_baseline")
        return cls(
            targets=tuple(given or _targets(config)),
            report=Path(folder),
            baseline=Path(known) if known else None,
            defect=config.getoption("meanwhile_defect"),
            pictures=config.getoption("meanwhile_pictures"),
        )


def _targets(config: pytest.Config) -> list[str]:
    """Those of the configuration file; a path there is told from where that file lies."""
    listed: list[str] = config.getini("meanwhile_targets")
    home = config.inipath.parent if config.inipath else config.rootpath
    return [str(home / one) if (home / one).exists() else one for one in listed]


def add_options(parser: pytest.Parser) -> None:
    """Declare them."""
    group = parser.getgroup("meanwhile", "meanwhile: what people see while they wait")
    group.addoption(
        "--meanwhile-target", action="append", default=[], metavar="FILE", dest="meanwhile_target",
        help="judge scenario files on this target (a target file, an id, a name of meanwhile.toml); may be repeated",
    )  # fmt: skip
    group.addoption(
        "--meanwhile-defect", metavar="ID", dest="meanwhile_defect",
        help="judge the reference job UI with this deliberate flaw",
    )  # fmt: skip
    group.addoption(
        "--meanwhile-report", metavar="DIR", dest="meanwhile_report",
        help=f"where the reports go, one folder a target (default: {REPORT})",
    )  # fmt: skip
    group.addoption(
        "--meanwhile-baseline", metavar="FILE", dest="meanwhile_baseline",
        help="findings that are known: only others fail a test",
    )  # fmt: skip
    group.addoption(
        "--meanwhile-no-pictures", action="store_false", default=True, dest="meanwhile_pictures",
        help="no pictures in the reports; a test is quicker without",
    )  # fmt: skip
    parser.addini("meanwhile_targets", "targets that scenario files are judged on", type="linelist", default=[])
    parser.addini("meanwhile_baseline", "the file of findings that are known", default="")
    parser.addini("meanwhile_report", "the folder of the reports", default=REPORT)
