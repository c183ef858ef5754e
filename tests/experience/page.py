"""``make faults``: tries every fault in both worlds and writes what a page experienced into ``docs/faults.md``."""

import asyncio
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path

from ruamel.yaml import YAML

from tests.experience.cells import NEAR_S, WAYS
from tests.experience.probe import AGAIN_MS, EVERY_MS, FAULT_MS, FAULTS, LASTS_MS, Tried, all_tried
from tests.layout.repository import ROOT

PAGE = ROOT / "docs" / "faults.md"
DIFFERENCES = Path(__file__).with_name("differences.yaml")
Sentences = Mapping[str, Mapping[str, str]]

HEAD = f"""# What a page experiences in a fault

Measured: a plain page notes what it lives through, once on virtual time and once in real time (a real server, a
Toxiproxy, a browser's own network). `make faults` measures again and writes this page; `docs/network.md` says what each
fault is.

The fault begins at {FAULT_MS / 1_000} s and lasts {LASTS_MS / 1_000:.0f} s, where it lasts. The page asks for something
that takes the server 1.5 s shortly before it ("on its way"), and for something else shortly after it has begun ("made
meanwhile"). It polls, and it listens to a stream and to a socket that both send every {EVERY_MS / 1_000} s. After a
break the browser opens the stream again, and the page the socket, both {AGAIN_MS / 1_000} s later. "Late by" and
"silent for" are the longest of the trial. Times up to {NEAR_S} s apart count as the same.

| fault | way | on virtual time | in real time |
|---|---|---|---|
"""


class Unexplained(Exception):
    """The two worlds differ where nobody has said why."""


def sentences() -> Sentences:
    """Why the worlds differ, by fault and way."""
    told: Sentences = YAML(typ="safe", pure=True).load(DIFFERENCES.read_text(encoding="utf-8"))
    return told


def page(found: Mapping[str, Tried], why: Sentences) -> str:
    """The page. Raises Unexplained with each difference that has no sentence."""
    rows: list[str] = []
    unexplained: list[str] = []
    explained: list[str] = []
    for kind, one in found.items():
        for way, tell in WAYS.items():
            virtual, real = tell(one.virtual), tell(one.real)
            sentence = why.get(kind, {}).get(way)
            mark = ""
            if virtual.differs(real):
                mark = f" [{len(explained) + 1}]"
                explained.append(f"{len(explained) + 1}. `{kind}`, {way}: {sentence}")
                unexplained += [] if sentence else [f"{kind}, {way}: {virtual} on virtual time, {real} in real time"]
            rows.append(f"| `{kind}` | {way} | {virtual} | {real}{mark} |")
    if unexplained:
        raise Unexplained(f"{DIFFERENCES.name} does not say why the worlds differ here:\n" + "\n".join(unexplained))
    same = f"{len(rows) - len(explained)} of {len(rows)} cells are the same in both worlds."
    return HEAD + "\n".join(rows) + f"\n\n{same} The others:\n\n" + "\n".join(explained) + "\n"


def make() -> None:
    """Measure, and write the page."""
    with tempfile.TemporaryDirectory() as folder:
        found = asyncio.run(all_tried(Path(folder)))
    assert list(found) == list(FAULTS)
    try:
        PAGE.write_text(page(found, sentences()), encoding="utf-8")
    except Unexplained as error:
        sys.exit(str(error))


if __name__ == "__main__":
    make()
