"""Server and proxy come up together, and leave nothing behind."""

import asyncio
import socket

import pytest

from harness.core.errors import HarnessTrouble
from harness.drive.rig import Rig
from harness.serve.server import LOOPBACK, Server
from harness.serve.toxiproxy import ToxiproxyServer

pytestmark = pytest.mark.proxy


def is_open(port: int) -> bool:
    with socket.socket() as probe:
        return probe.connect_ex((LOOPBACK, port)) == 0


def test_each_trial_has_a_host_name_and_a_port_of_its_own_and_all_are_gone_afterwards() -> None:
    async def stood() -> list[int]:
        rig = await Rig.start()
        links = [await rig.link() for _ in range(2)]
        assert len({host for host, _ in links}) == 2
        assert all(host.endswith(".localhost") for host, _ in links)
        ports = [rig.server.port, *(link.port for _, link in links)]
        assert all(is_open(port) for port in ports)
        await rig.stop()
        return ports

    ports = asyncio.run(stood())
    assert not any(is_open(port) for port in ports)


def test_a_proxy_that_does_not_start_leaves_no_server(monkeypatch: pytest.MonkeyPatch) -> None:
    ports: list[int] = []
    begun = Server.start

    async def noted(self: Server) -> None:
        ports.append(self.port)
        await begun(self)

    async def fails(_: ToxiproxyServer) -> None:
        raise HarnessTrouble("did not start")

    monkeypatch.setattr(Server, "start", noted)
    monkeypatch.setattr(ToxiproxyServer, "start", fails)
    with pytest.raises(HarnessTrouble):
        asyncio.run(Rig.start())
    assert not is_open(ports[0])
