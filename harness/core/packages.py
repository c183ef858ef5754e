"""The system's packages: whether they can be installed here without a question, and the command that does it."""

import os
import shutil
import subprocess


def rights_here() -> tuple[str, ...] | None:
    """How a command gets root's rights here without a question: as root, by ``sudo -n``, or not at all."""
    if os.geteuid() == 0:
        return ()
    sudo = shutil.which("sudo")
    if sudo and subprocess.run((sudo, "-n", "true"), capture_output=True, check=False).returncode == 0:
        return (sudo, "-n")
    return None


def apt_command(package: str, *, as_root: bool) -> str:
    """What a person types to install a package of Debian or Ubuntu."""
    install = f"apt-get update && apt-get install -y {package}"
    return install if as_root else f"sudo sh -c '{install}'"
