"""A target that runs on a server of its own: its files come from there, its wire is simulated all the same."""

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from harness.core.verdicts import Verdict
from harness.engine.prepare import prepare
from harness.engine.run_trial import drive_once
from harness.engine.spec import REAL, TrialSpec
from harness.reporters.timeline import timeline
from harness.reporters.words import passed_words
from harness.trace.result import TrialResult
from harness.trace.trial import decode, encode
from tests.engine.player import Player

pytestmark = pytest.mark.browser

PAGE = """<!doctype html><html lang="en"><head><title>Own server</title></head><body><main>
<h1>Shop</h1><button>Publish items</button><p role="status" id="said">Welcome.</p>
<script src="/shop.js"></script></main></body></html>"""
SCRIPT = """
const said = document.getElementById("said");
fetch("/config.json").then((answer) => answer.json()).then(({ every }) => {
  document.querySelector("button").onclick = async () => {
    said.textContent = "Starting to publish.";
    const headers = { "content-type": "application/json", "idempotency-key": "one" };
    const body = JSON.stringify({ kind: "publish", items: 28 });
    const { id } = await (await fetch("/api/jobs", { method: "POST", headers, body })).json();
    const look = async () => {
      const job = await (await fetch(`/api/jobs/${id}`)).json();
      const { processed, total, failed, skipped, succeeded } = job.counts;
      said.textContent = job.done
        ? `Finished: ${succeeded} succeeded, ${failed} failed, ${skipped} skipped.`
        : `Publishing: ${processed} of ${total} items processed.`;
      if (!job.done) setTimeout(look, every);
    };
    look();
  };
});
"""
FILES = {
    "/": ("text/html", PAGE),
    "/alone": ("text/html", PAGE),
    "/shop.js": ("text/javascript", SCRIPT),
    "/config.json": ("application/json", '{"every": 2000}'),
}


class Shop(BaseHTTPRequestHandler):
    """Serves the page, and knows nothing of jobs."""

    asked: list[str]

    def do_GET(self) -> None:
        """A file, or 404."""
        self.asked.append(self.path)
        kind, text = FILES.get(self.path, ("text/plain", ""))
        self.send_response(200 if self.path in FILES else 404)
        self.send_header("content-type", kind)
        self.send_header("content-length", str(len(text)))
        if self.path == "/alone":
            self.send_header("cross-origin-opener-policy", "same-origin")
        self.end_headers()
        self.wfile.write(text.encode())

    def log_message(self, *_: object) -> None:
        """Keep quiet."""


@pytest.fixture
def asked(tmp_path: Path) -> Iterator[list[str]]:
    """What the server was asked for; the target file lies in tmp_path."""
    handler = type("Handler", (Shop,), {"asked": []})
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    url = f"http://127.0.0.1:{server.server_port}"
    text = f"id: own-server\ntitle: Own server\nurl: {url}\nrefresh: 2s\nshows: [publish]\n"
    (tmp_path / "target.yaml").write_text(text, encoding="utf-8")
    yield handler.__dict__["asked"]
    server.shutdown()
    thread.join()
    server.server_close()


def judged(player: Player, folder: Path) -> TrialResult:
    return player.run(TrialSpec(scenario="mixed-outcome", target=str(folder / "target.yaml")))


def test_it_is_judged_like_any_other(player: Player, tmp_path: Path, asked: list[str]) -> None:
    result = judged(player, tmp_path)
    assert result.error is None
    verdicts = {verdict.law: verdict.verdict for verdict in result.verdicts}
    assert {one.law for one in result.findings} == {"cause-true", "remedy-fits-cause"}, "it never says why items failed"
    assert verdicts["count-true"] is Verdict.PASSED
    assert not [path for path in asked if path.startswith("/api/")]


WINDOWS = """\
id: windows
title: A second window of a page that wants to be alone
world:
  jobs: [{id: publish, kind: publish, items: 28}]
network: {profile: cable}
journey:
  - {at: 1s, do: open-window, page: jobs}
  - {at: 3s, do: submit, job: publish, tab: 1}
until: 20s
"""


def test_a_page_that_wants_no_company_has_some(player: Player, tmp_path: Path, asked: list[str]) -> None:
    (tmp_path / "windows.yaml").write_text(WINDOWS, encoding="utf-8")
    with (tmp_path / "target.yaml").open("a", encoding="utf-8") as told:
        told.write("pages: {jobs: /alone}\n")
    spec = TrialSpec(scenario=str(tmp_path / "windows.yaml"), target=str(tmp_path / "target.yaml"))
    trial = player.wait(drive_once(prepare(spec), player.keeper))
    assert {screen.tab for screen in trial.screens} == {0, 1}
    assert [command.tab for command in trial.commands] == [0]


def test_what_no_wire_claims_is_counted_and_told(player: Player, tmp_path: Path, asked: list[str]) -> None:
    result = judged(player, tmp_path)
    loads = asked.count("/")
    assert (result.passed_through, result.passed_paths) == (loads, ("/config.json",))
    assert "/config.json" in passed_words(result)


def test_what_no_wire_claims_is_an_entry_of_the_stored_trial_and_of_the_network_lane(
    player: Player, tmp_path: Path, asked: list[str]
) -> None:
    prepared = prepare(TrialSpec(scenario="mixed-outcome", target=str(tmp_path / "target.yaml")))
    trial = player.wait(drive_once(prepared, player.keeper))
    url = f"{prepared.target.told.url}/config.json"
    assert {(one.method, one.url) for one in trial.passed} == {("GET", url)}
    assert len(trial.passed) == asked.count("/config.json") == trial.header.passed_through
    assert trial.passed[0].at_ms <= (trial.pages[0].loaded_ms or 0)
    shown = timeline(trial)["network"]["passed"]
    assert shown == [{"at": one.at_ms, "what": f"GET {url}"} for one in trial.passed]
    assert decode(encode(trial.passed[0])) == trial.passed[0]


@pytest.mark.proxy
@pytest.mark.slow
def test_in_real_time_too_its_page_comes_from_there_and_its_wire_does_not(
    player: Player, tmp_path: Path, asked: list[str]
) -> None:
    spec = TrialSpec(scenario="mixed-outcome", target=str(tmp_path / "target.yaml"), time=REAL, speed=20)
    result = player.run(spec)
    assert result.error is None
    assert {one.law: one.verdict for one in result.verdicts}["count-true"] is Verdict.PASSED
    assert {"/", "/shop.js", "/config.json"} <= set(asked)
    assert not [path for path in asked if path.startswith("/api/")]


def test_its_load_takes_its_virtual_time(player: Player, tmp_path: Path, asked: list[str]) -> None:
    prepared = prepare(TrialSpec(scenario="mixed-outcome", target=str(tmp_path / "target.yaml")))
    first = player.wait(drive_once(prepared, player.keeper)).pages[0]
    profile = prepared.scenario.network.profile
    assert asked[:2] == ["/", "/shop.js"]
    assert first.loaded_ms == 3 * profile.rtt_ms + profile.down_ms(len(PAGE) + len(SCRIPT))
