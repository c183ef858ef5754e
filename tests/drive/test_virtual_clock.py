"""Everything by which a page can tell time follows the trial's clock."""

from pathlib import Path

import pytest

from harness.core.errors import HarnessTrouble
from tests.drive.stage import Stage

pytestmark = pytest.mark.browser


def test_date_performance_and_intl_stand_at_the_trials_now(stage: Stage, tmp_path: Path) -> None:
    script = """
      setTimeout(() => say([new Date().toISOString(), Math.round(performance.now()),
        new Intl.DateTimeFormat('en', { timeStyle: 'medium', timeZone: 'UTC' }).format(),
        Temporal.Now.instant().toString()].join(' | ')), 61_000);
    """
    played = stage.play(tmp_path, script, until="2m")
    assert played.last.replace("\u202f", " ") == "2026-01-05T09:01:01.000Z | 61000 | 9:01:01 AM | 2026-01-05T09:01:01Z"
    assert played.said[-1][0] == 61_000


def test_intervals_keep_their_beat_for_ten_minutes(stage: Stage, tmp_path: Path) -> None:
    played = stage.play(tmp_path, "let n = 0; setInterval(() => say(`beat ${++n}`), 1000);", until="10m")
    assert played.last == "beat 600"
    assert [at for at, said in played.said if said.startswith("beat")] == [1000 * beat for beat in range(1, 601)]


def test_timers_of_one_moment_fire_in_the_order_of_their_making(stage: Stage, tmp_path: Path) -> None:
    script = """
      const order = [];
      setTimeout(() => order.push('late'), 20);
      setTimeout(() => order.push('first'), 10);
      setTimeout(() => { order.push('second'); Promise.resolve().then(() => order.push('micro')); }, 10);
      setTimeout("order.push('text')", 10);
      setTimeout(() => say(order.join(' ')), 30);
    """
    assert stage.play(tmp_path, script).last == "first second micro text late"


def test_a_thrown_error_is_the_pages_own_affair(stage: Stage, tmp_path: Path) -> None:
    script = "window.onerror = (message) => say(message); setTimeout(() => { throw new Error('oh'); }, 5000);"
    assert stage.play(tmp_path, script).said[-1] == (5000, "Uncaught Error: oh")


def test_all_callbacks_of_a_frame_get_one_timestamp(stage: Stage, tmp_path: Path) -> None:
    script = """
      const stamps = new Set(); let left = 3;
      for (let n = 0; n < 3; n++) requestAnimationFrame((stamp) => {
        stamps.add(stamp); if (--left === 0) say(`${stamps.size} stamp at ${[...stamps][0]}`);
      });
    """
    assert stage.play(tmp_path, script).said[-1] == (16, "1 stamp at 16")


def test_an_endless_frame_loop_ends_with_the_trial(stage: Stage, tmp_path: Path) -> None:
    script = """
      let n = 0;
      const loop = () => { n++; requestAnimationFrame(loop); };
      loop();
      setTimeout(() => say(`${n}`), 599_000);
    """
    frames = int(stage.play(tmp_path, script, until="10m").last)
    assert 2_000 < frames < 3_000, "a page on which nothing changes gets four frames a second, not sixty"


def test_abort_signals_time_out_on_the_trials_clock(stage: Stage, tmp_path: Path) -> None:
    script = "AbortSignal.timeout(30_000).addEventListener('abort', (e) => say(e.target.reason.name));"
    assert stage.play(tmp_path, script).said[-1] == (30_000, "TimeoutError")


def test_chance_is_seeded_and_every_document_draws_its_own(stage: Stage, tmp_path: Path) -> None:
    script = "say([Math.random(), crypto.randomUUID(), crypto.getRandomValues(new Uint8Array(4))].join(' '));"
    journey = ({"at": "5s", "do": "reload"},)
    first, again = (stage.play(tmp_path, script, journey=journey).said for _ in range(2))
    assert first == again
    assert first[0][1] != first[-1][1]


def test_a_page_that_never_lets_time_pass_is_told(stage: Stage, tmp_path: Path) -> None:
    script = """
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => port2.postMessage(1);
      setTimeout(() => port2.postMessage(1), 1000);
    """
    with pytest.raises(HarnessTrouble, match="20000 things without letting time pass"):
        stage.play(tmp_path, script)
    stage.run(stage.keeper.discard())


def test_the_page_settles_through_message_channels_and_stored_data(stage: Stage, tmp_path: Path) -> None:
    script = """
      setTimeout(async () => {
        const said = [];
        const { port1, port2 } = new MessageChannel();
        await new Promise((go) => { port1.onmessage = go; port2.postMessage(1); });
        said.push('channel');
        said.push(await new Blob(['blob']).text());
        said.push(new Uint8Array(await crypto.subtle.digest('SHA-256', new Uint8Array(1))).length);
        const open = indexedDB.open('stage');
        await new Promise((go) => { open.onsuccess = go; });
        said.push('stored'); say(said.join(' '));
      }, 1000);
    """
    assert stage.play(tmp_path, script).said[-1] == (1000, "channel blob 32 stored")
