"""What a session judges, and what its findings are held against: pytest's options, then meanwhile.toml."""

from dataclasses import dataclass
from functools import cache

from harness.engine.chosen import Asked, choose, config_of
from harness.gate.grade import Gate
from harness.pytest_plugin.options import Options


@dataclass(frozen=True, kw_only=True, slots=True)
class Settings:
    """``targets`` are ids or paths; laws that are ``off`` are not judged."""

    targets: tuple[str, ...]
    gate: Gate
    off: tuple[str, ...]


@cache
def settings(options: Options) -> Settings:
    """As set for this session: the targets named, else all of meanwhile.toml, else the reference page.

    Raises UsageError.
    """
    names = options.targets or tuple(config_of(None).told.targets) or (None,)
    chosen = [choose(Asked(target=name, baseline=options.baseline)) for name in names]
    return Settings(targets=tuple(one.target for one in chosen), gate=chosen[0].gate, off=chosen[0].off)
