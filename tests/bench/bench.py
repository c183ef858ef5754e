"""``make bench``: what the model and a judged trial cost, how much of pages that we did not write is read right, and
how well words are judged.
"""

import asyncio
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from harness.core.resources import data
from harness.engine.spec import TrialSpec
from tests.bench import model, reading, speed, words
from tests.engine.player import Player

HEALTHY = ("slow-but-healthy", "mixed-outcome", "reload-two-phases", "queued-behind-others", "retries-third-attempt")


def main() -> None:
    """Print all figures."""
    _words()
    _model()
    _speed()
    _reading()


def _words() -> None:
    print("Sentences of real products, judged against what was so")
    for name, held_out in (("looked at", False), ("held out", True)):
        figures = words.measure(words.half(held_out=held_out), tell=not held_out)
        print(f"  {name:<10} {figures}")
        for told in figures.told:
            print(f"      {told}")


def _model() -> None:
    print(f"The model against bare SimPy with as many events as the log has (median of {model.ROUNDS} rounds)")
    for case in model.cases():
        costs = model.measure(case)
        print(f"  {case.name}: {costs.logged} events in the log, {costs.stepped} in SimPy")
        for name in costs.taken:
            taken = costs.seconds(name)
            rate = f"{costs.logged / taken:9.0f} events per s"
            print(f"    {name:<24} {1_000 * taken:6.0f} ms   {costs.ratio(name):5.2f} x bare SimPy {rate}")
    print("The model by number of items, each in a process of its own")
    for items in model.SIZES:
        grown = model.growth(items)
        print(f"  {items:>9} items  {grown.each_us:6.1f} µs and {grown.each_bytes:6.0f} bytes an item")


def _speed() -> None:
    times = asyncio.run(speed.measure())
    bare = times.median(speed.BARE)
    print(f"A judged publish of {times.virtual_ms / 60_000:.1f} virtual minutes (median of {speed.ROUNDS} rounds)")
    for name in times.taken:
        taken = times.median(name)
        rate = (
            ""
            if name == speed.BARE
            else f"{times.virtual_ms / taken:8.0f} virtual s per s {60_000 / taken:6.0f} trials a minute"
        )
        print(f"  {name:<24} {taken:6.0f} ms   {taken / bare:5.2f} x bare visit {rate}")


def _reading() -> None:
    player = Player()
    print("Pages that we did not write")
    for path in sorted(reading.LABELS.glob("*.yaml")):
        found = reading.measure(path.stem, player)
        print(
            f"  {path.stem:<18} {found.right} of {found.claiming} labelled sentences read right "
            f"({100 * found.right / found.claiming:.0f} %), {found.unread} not read, {len(found.wrong)} misread"
        )
        for text, wanted, got in found.wrong:
            print(f'      misread "{text}": {", ".join(got)}; it says {", ".join(wanted) or "nothing of the job"}')
    for target in ("celery-progress", *(path.stem for path in sorted(reading.LABELS.glob("*.yaml")))):
        print(f"  {target:<18} {_target(target, player)}")
    player.close()


def _target(target: str, player: Player) -> str:
    lines = (data("fixtures/targets") / target / "target.yaml").read_text(encoding="utf-8").splitlines()
    results = [player.run(TrialSpec(scenario=name, target=target)) for name in HEALTHY]
    false = [finding.sentence for result in results for finding in result.findings]
    settled = sum(result.error is None for result in results)
    told = (
        f"{len(false)} findings in {len(results)} healthy trials, {settled} settled, {len(lines)} lines of target file"
    )
    return "\n      ".join([told, *false])


if __name__ == "__main__":
    main()
