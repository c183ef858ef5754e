"""A target that runs on a server of its own has to run: said with its file, its line and the way out."""

import socket
from pathlib import Path

import pytest

from harness.core.errors import UsageError
from harness.targets.running import check_running


def told(folder: Path, where: str) -> Path:
    path = folder / "shop.yaml"
    path.write_text(f"id: shop\ntitle: Shop\nurl: {where}\n", encoding="utf-8")
    return path


@pytest.mark.parametrize("host", ["127.0.0.1", "shop.localhost"])
def test_a_server_that_is_down_is_told(tmp_path: Path, host: str) -> None:
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))
        where = f"http://{host}:{unused.getsockname()[1]}"
        path = told(tmp_path, where)
        with pytest.raises(UsageError) as caught:
            check_running(path)
    assert str(caught.value) == (
        f'{path}:3: url: no server answers at "{where}" (Connection refused); start it, or write where it runs'
    )


def test_a_server_that_listens_will_do(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        check_running(told(tmp_path, f"http://127.0.0.1:{server.getsockname()[1]}"))


def test_a_port_that_is_none_is_told(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"shop.yaml:3: url: .*[Pp]ort.*; start it, or write where it runs"):
        check_running(told(tmp_path, "http://127.0.0.1:99999"))


def test_a_target_that_is_served_needs_no_server() -> None:
    check_running("reference")
