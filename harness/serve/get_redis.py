"""Gets a Redis server where none is found: the system's package, where that can be installed without a question."""

import os
import shutil
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from harness.core.packages import apt_command, rights_here
from harness.serve.get_toxiproxy import run_here
from harness.serve.redis_server import COMMAND, NoRedis, find_redis

UPDATE = ["apt-get", "-q", "update"]
TAKE = ["apt-get", "-q", "-y", "-o", "DPkg::Lock::Timeout=60", "install", "--no-install-recommends", COMMAND]


@dataclass(frozen=True, kw_only=True, slots=True)
class Packages:
    """What may be used. ``as_root`` goes before a command that needs rights; None: there are none, or no apt-get."""

    environment: Mapping[str, str] = field(default_factory=lambda: os.environ)
    as_root: tuple[str, ...] | None
    run: Callable[[list[str], Mapping[str, str]], str | None] = run_here


def install_redis(say: Callable[[str], None], packages: Packages | None = None) -> Path:
    """Finds a server, or installs the package. Says each step. Raises NoRedis with the one command that mends it."""
    packages = packages or Packages(as_root=rights_here() if shutil.which("apt-get") else None)
    try:
        found = find_redis(packages.environment)
    except NoRedis:
        found = _installed(say, packages)
        say(f"Ready: Redis at {found}.")
    else:
        say(f"Found Redis at {found}; nothing to install.")
    return found


def _installed(say: Callable[[str], None], packages: Packages) -> Path:
    if packages.as_root is not None:
        say(f"Installing the system's package {COMMAND} with apt-get ...")
        quiet = {**packages.environment, "DEBIAN_FRONTEND": "noninteractive"}
        for command in (UPDATE, TAKE):
            packages.run([*packages.as_root, *command], quiet)
    try:
        return find_redis(packages.environment)
    except NoRedis:
        mend = apt_command(COMMAND, as_root=os.geteuid() == 0)
        raise NoRedis(f"no Redis could be installed; run `{mend}`, then try again") from None
