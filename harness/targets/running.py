"""Is the server of a target that runs somewhere there? Asked before the first trial: no browser has to say it."""

import socket
from pathlib import Path
from urllib.parse import urlsplit

from harness.targets.load import load

PATIENCE_S = 5.0
PORTS = {"http": 80, "https": 443}
LOCAL = ".localhost"
"""Browsers look for such names on this machine; not every resolver does."""


def check_running(name: str | Path) -> None:
    """Raises UsageError with file and line where the target is a running server and nobody answers there."""
    target = load(name)
    url = target.told.url
    if url is not None and (reason := _silence(url)) is not None:
        sentence = f'no server answers at "{url}" ({reason}); start it, or write where it runs'
        raise target.written.trouble(("url",), sentence)


def address(url: str) -> tuple[str, int]:
    """Host and port to connect to. Raises ValueError where the port is none."""
    place = urlsplit(url)
    host = place.hostname or ""
    return ("localhost" if host.endswith(LOCAL) else host, place.port or PORTS[place.scheme])


def _silence(url: str) -> str | None:
    """Why nobody can be reached there, None where somebody can."""
    try:
        socket.create_connection(address(url), timeout=PATIENCE_S).close()
    except TimeoutError:
        return f"nothing heard for {PATIENCE_S:g} s"
    except OSError as error:
        return error.strerror or str(error)
    except ValueError as error:
        return str(error)
    return None
