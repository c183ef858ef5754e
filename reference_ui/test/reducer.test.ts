import { describe, expect, it } from "vitest";
import {
  foldEvent,
  addJob,
  applyEvent,
  applyHeartbeat,
  applyPolled,
  applyProblems,
  applySnapshot,
  NOTHING_KNOWN,
} from "../src/reducer";
import type { EventKind, JobEvent } from "../src/events";
import type { JobsState } from "../src/reducer";
import { at, counts, document, event, job, knowing, retry } from "./given";

function after(state: JobsState, ...events: JobEvent[]): JobsState {
  return events.reduce(applyEvent, state);
}

function published(state: JobsState) {
  const found = state.jobs["publish"];
  if (found === undefined) throw new Error("the publish job is not known");
  return found;
}

describe("events of a run", () => {
  const phases = [
    { id: "validate", title: "Validate", total: 28 },
    { id: "publish", title: "Publish", total: null },
  ];
  const accepted = event("job.accepted", 1, {
    kind: "publish",
    title: "Publish 28 items",
    total: 28,
    phases,
    max_attempts: 3,
  });

  it("tell a whole life", () => {
    const state = after(
      NOTHING_KNOWN,
      accepted,
      event("run.queued", 2, { ahead: 2, reason: "no-free-worker" }),
      event("queue.moved", 3, { ahead: 1, reason: "no-free-worker" }),
    );
    expect(published(state)).toMatchObject({ state: "queued", queue: { ahead: 1 }, counts: { total: 28 } });
    const running = after(state, event("run.started", 4), event("phase.started", 5, { phase: "validate", total: 28 }));
    expect(published(running)).toMatchObject({ state: "running", queue: null, started: at(14) });
    const moved = after(running, event("phase.advanced", 6, { phase: "validate", done: 1 }));
    expect(published(moved).phases[0]).toMatchObject({ state: "running", done: 1, total: 28 });
    const over = after(moved, event("phase.ended", 7, { phase: "validate", state: "done" }));
    expect(published(over).phases[0]).toMatchObject({ state: "done", finished: at(17) });
    const ended = after(over, event("run.ended", 8, { outcome: "partial", succeeded: 20, failed: 3, skipped: 5 }));
    expect(published(ended)).toMatchObject({ state: "ended", outcome: "partial", finished: at(18) });
    expect(published(ended).counts).toEqual(counts({ processed: 28, succeeded: 20, failed: 3, skipped: 5 }));
  });

  it("show that it is being cancelled, and since when", () => {
    const cancelling = foldEvent(job(), event("run.cancelling", 11));
    expect(cancelling.state).toBe("cancelling");
    expect(cancelling.cancellation).toEqual({ ...job().cancellation, asked: at(21) });
  });

  it("tell what can be done from then on, and leave it where they do not", () => {
    const begun = after(knowing(document()), event("phase.advanced", 11, { phase: "publish", done: 1 }));
    expect(published(begun).actions).toEqual({ cancel: { items: 28 } });
    const ended = after(begun, event("run.ended", 12, { outcome: "failed", actions: { rerun: { items: 28 } } }));
    expect(published(ended).actions).toEqual({ rerun: { items: 28 } });
  });

  it("begin a further run, and keep how those before it ended", () => {
    const cancellation = { ...job().cancellation, keeps: "nothing" } as const;
    const end = { outcome: "partial", succeeded: 25, failed: 3, skipped: 0 } as const;
    const state = after(
      knowing(document({ state: "cancelling" })),
      event("run.ended", 11, end),
      event("job.accepted", 12, { run: 2, kind: "publish", title: "Publish 28 items", total: 3, cancellation }),
      event("run.ended", 13, { run: 2, outcome: "succeeded", succeeded: 3 }),
      event("job.accepted", 14, { run: 3, total: 28 }),
    );
    const times = { first: { created: at(0), finished: at(21) }, second: { created: at(22), finished: at(23) } };
    expect(published(state).earlier).toEqual([
      { run: 1, ...end, ...times.first, total: 28 },
      { run: 2, outcome: "succeeded", ...times.second, total: 3, succeeded: 3, failed: 0, skipped: 0 },
    ]);
    expect(published(state)).toMatchObject({ run: 3, state: "queued", causes: [] });
  });

  it("take the total from the first phase that knows it", () => {
    const unknown = document({ counts: counts({ total: null }) });
    const state = after(knowing(unknown), event("phase.started", 11, { phase: "validate", total: 300 }));
    expect(published(state).counts.total).toBe(300);
  });
});

describe("events of items", () => {
  it("count, move the phase, and group by cause", () => {
    const state = after(
      knowing(document()),
      event("item.succeeded", 11, { item: "item-001", name: "Oak desk lamp", phase: "publish", attempt: 1 }),
      event("item.failed", 12, {
        item: "item-002",
        name: "Cork plant pot",
        phase: "publish",
        cause: "timeout",
        retryable: true,
        remedy: "Try again later.",
        attempt: 1,
      }),
      event("item.failed", 13, {
        item: "item-003",
        name: "Wool key holder",
        phase: "publish",
        cause: "timeout",
        retryable: true,
        remedy: "Try again later.",
        attempt: 1,
      }),
      event("item.skipped", 14, { item: "item-004", name: "Linen wall clock", phase: "publish", cause: "unchanged" }),
    );
    const known = published(state);
    expect(known.counts).toEqual(counts({ processed: 4, succeeded: 1, failed: 2, skipped: 1 }));
    expect(known.phases[1]?.done).toBe(4);
    expect(known.causes).toEqual([
      { cause: "timeout", state: "failed", count: 2, retryable: true, remedy: "Try again later." },
      { cause: "unchanged", state: "skipped", count: 1, retryable: false, remedy: "" },
    ]);
    expect(Object.keys(known.problems)).toEqual(["item-002", "item-003", "item-004"]);
  });

  it("note on which attempt items succeeded after the first, and how far the attempts have come", () => {
    const waits = (seq: number, attempt: number) =>
      event("item.retrying", seq, { item: "item-001", phase: "publish", attempt, next: at(60) });
    const won = (seq: number, item: string, attempt: number) =>
      event("item.succeeded", seq, { item, phase: "publish", attempt });
    const state = after(
      knowing(document()),
      waits(11, 2),
      waits(12, 3),
      won(13, "item-001", 3),
      won(14, "item-002", 1),
    );
    expect(published(state).won).toEqual({ items: 1, attempt: 3 });
    expect(published(after(state, won(15, "item-003", 2))).won).toEqual({ items: 2, attempt: 3 });
    expect(published(state).lastAttempt).toBe(3);
    const listed = applySnapshot(state, { jobs: [document({ version: 20 })], lastEvent: 20, asOf: 0 });
    expect(published(listed).lastAttempt).toBe(3);
  });

  it("count retries by item, and show the soonest", () => {
    const first = after(
      knowing(document()),
      event("item.retrying", 11, { item: "item-001", phase: "publish", attempt: 3, max: 3, next: at(60) }),
      event("item.retrying", 12, { item: "item-002", phase: "publish", attempt: 2, max: 3, next: at(40) }),
    );
    expect(published(first).retry).toEqual(retry({ items: 2, waiting: 2, next: at(40) }));
    const resumed = after(first, event("item.resumed", 13, { item: "item-002", phase: "publish", attempt: 2 }));
    expect(published(resumed).retry).toEqual(retry({ items: 2, waiting: 1, attempt: 3, next: at(60) }));
    const ended = after(resumed, event("item.succeeded", 14, { item: "item-002", phase: "publish", attempt: 2 }));
    expect(published(ended).retry).toEqual(retry({ items: 1, waiting: 1, attempt: 3, next: at(60) }));
  });

  it("call the job retrying while nothing but waiting retries is left", () => {
    const almost = document({ counts: counts({ processed: 26, succeeded: 26 }) });
    const waiting = after(knowing(almost), event("item.retrying", 11, { item: "a", attempt: 2, max: 3, next: at(60) }));
    expect(published(waiting).state).toBe("running");
    const only = after(waiting, event("item.succeeded", 12, { item: "b", phase: "publish", attempt: 1 }));
    expect(published(only).state).toBe("retrying");
    expect(published(after(only, event("item.resumed", 13, { item: "a", attempt: 2 }))).state).toBe("running");
  });
});

describe("what breaks in on a run", () => {
  const items = { item: "item-001", phase: "publish" };

  it("pauses it, and lets it go on", () => {
    const paused = after(knowing(document()), event("run.paused", 11, { reason: "maintenance", until: at(90) }));
    expect(published(paused)).toMatchObject({ state: "paused", paused: { reason: "maintenance", until: at(90) } });
    const on = after(paused, event("run.resumed", 12));
    expect(published(on)).toMatchObject({ state: "running", paused: null });
  });

  it("takes its worker, and gives it back to the queue", () => {
    const lost = after(knowing(document()), event("worker.lost", 11), event("item.interrupted", 12, items));
    expect(published(lost)).toMatchObject({ state: "queued", queue: null, started: at(1) });
    const where = { ahead: 1, reason: "no-free-worker", expected_start: at(99) };
    const queued = after(lost, event("run.queued", 13, where));
    expect(published(queued).queue).toEqual(where);
    const taken = after(queued, event("run.started", 14), event("item.resumed", 15, { ...items, attempt: 1 }));
    expect(published(taken)).toMatchObject({ state: "running", queue: null, started: at(1), retry: null });
  });

  it("leaves an attempt after the first to be taken up again", () => {
    const second = { ...items, attempt: 2, max: 3 };
    const broken = after(
      knowing(document()),
      event("item.retrying", 11, { ...second, next: at(60) }),
      event("item.resumed", 12, second),
      event("item.interrupted", 13, second),
    );
    expect(published(broken).retry).toEqual(retry({ items: 1, waiting: 1 }));
    expect(published(after(broken, event("item.resumed", 14, second))).retry).toEqual(retry({ items: 1 }));
  });

  it("does not hide that it is being cancelled", () => {
    const where = { ahead: 1, reason: "no-free-worker" };
    const said = [
      event("run.paused", 12, { reason: "maintenance" }),
      event("run.resumed", 13),
      event("worker.lost", 14),
      event("run.queued", 15, where),
      event("run.started", 16),
      event("run.retrying", 17, { items: 1, attempt: 2 }),
    ];
    said.reduce(
      (state, one) => {
        const next = applyEvent(state, one);
        expect(published(next).state).toBe("cancelling");
        return next;
      },
      after(knowing(document()), event("run.cancelling", 11)),
    );
  });

  it("undoes what was done, and says at the end what was kept", () => {
    const done = document({ counts: counts({ processed: 2, succeeded: 2 }) });
    const [validate, publish] = done.phases;
    if (validate === undefined || publish === undefined) throw new Error("two phases");
    const state = after(
      knowing({ ...done, phases: [validate, { ...publish, done: 2 }] }),
      event("run.cancelling", 11),
      event("item.rolled_back", 12, items),
    );
    expect(published(state).counts).toEqual(counts({ processed: 1, succeeded: 1, rolled_back: 1 }));
    expect(published(state).phases[1]?.done).toBe(1);
    const ended = after(state, event("run.ended", 13, { outcome: "cancelled", succeeded: 1, kept: 1 }));
    expect(published(ended)).toMatchObject({ kept: 1, counts: { rolled_back: 1, processed: 1 } });
  });

  it("tries the whole job again at a moment", () => {
    const waits = after(
      knowing(document()),
      event("item.retrying", 11, { ...items, attempt: 2, max: 3, next: null }),
      event("run.retrying", 12, { items: 1, attempt: 2, max: 3, next: at(90) }),
    );
    const whole = retry({ items: 1, waiting: 1, next: at(90), whole: true });
    expect(published(waits)).toMatchObject({ state: "retrying", retry: whole });
    const on = after(waits, event("run.resumed", 13));
    expect(published(on)).toMatchObject({ state: "running", retry: retry({ items: 1, waiting: 1 }) });
    const again = after(on, event("item.resumed", 14, { ...items, attempt: 2 }));
    expect(published(again).retry).toEqual(retry({ items: 1 }));
  });

  it("still waits for the whole job to be tried again when its worker was lost meanwhile", () => {
    const waits = [
      event("run.retrying", 11, { items: 28, attempt: 2, max: 3, next: at(90) }),
      event("worker.lost", 12),
      event("run.started", 13),
    ];
    expect(published(after(knowing(document()), ...waits))).toMatchObject({
      state: "retrying",
      retry: { whole: true },
    });
  });

  it("tells of jobs that it has started", () => {
    expect(published(after(knowing(document()), event("job.spawned", 11, { child: "sync" }))).children).toEqual([
      "sync",
    ]);
  });
});

describe("a total", () => {
  const [validate, publish] = document().phases;
  if (validate === undefined || publish === undefined) throw new Error("two phases");
  const unknown = document({ phases: [validate, { ...publish, state: "waiting", started: null, total: null }] });

  it("is not known, is counted, and grows by what its last phase gets more", () => {
    const counted = after(
      knowing({ ...unknown, counts: counts({ total: null }) }),
      event("phase.started", 11, { phase: "validate", total: null }),
    );
    expect(published(counted).counts.total).toBeNull();
    const known = after(counted, event("phase.total", 12, { phase: "publish", total: 28 }));
    expect(published(known).counts).toEqual(counts());
    const more = after(
      known,
      event("phase.started", 13, { phase: "publish", total: 26 }),
      event("phase.total", 14, { phase: "publish", total: 31 }),
    );
    expect(published(more).counts).toEqual(counts({ total: 33, grown: 5 }));
    expect(published(more).phases[1]?.total).toBe(31);
  });

  it("of an earlier phase is not that of the job", () => {
    const early = after(knowing(document()), event("phase.total", 11, { phase: "validate", total: 99 }));
    expect(published(early).counts.total).toBe(28);
    expect(published(early).phases[0]?.total).toBe(99);
  });
});

describe("what was missed or cannot be known", () => {
  it("an event that is already contained changes nothing but the moment", () => {
    const state = knowing(document({ version: 20 }));
    const same = after(state, event("item.succeeded", 15, { item: "item-001", phase: "publish", attempt: 1 }));
    expect(same.jobs).toEqual(state.jobs);
    expect(same.doubtedEvent).toBe(0);
  });

  it("a gap in the numbers raises doubt, and a list that reaches beyond it settles it", () => {
    const gap = after(knowing(document()), event("phase.advanced", 13, { phase: "publish", done: 3 }));
    expect(gap.doubtedEvent).toBe(13);
    expect(applySnapshot(gap, { jobs: [], lastEvent: 12, asOf: 0 }).doubtedEvent).toBe(13);
    expect(applySnapshot(gap, { jobs: [], lastEvent: 13, asOf: 0 }).doubtedEvent).toBe(0);
  });

  it("so does a heartbeat that tells of later events, and it does not make older news younger", () => {
    const state = knowing(document());
    expect(applyHeartbeat(state, at(60), 10)).toMatchObject({ doubtedEvent: 0, asOf: Date.parse(at(60)) });
    expect(applyHeartbeat(state, at(60), 12)).toMatchObject({ doubtedEvent: 12, asOf: state.asOf });
  });

  it("so does an event of a kind that this page does not know, and the job stays as it is", () => {
    const strange = event("run.exploded" as EventKind, 11, { reason: "lightning" });
    const state = after(knowing(document()), strange);
    expect(state.doubtedEvent).toBe(11);
    expect(published(state)).toEqual({ ...job(), version: 11 });
  });

  it("so does a retry of the whole job of which the items are not known, once it goes on", () => {
    const loaded = knowing(document({ state: "retrying", retry: retry({ whole: true, next: at(60) }) }));
    const on = after(loaded, event("run.resumed", 11));
    expect(on.doubtedEvent).toBe(11);
    expect(published(on).state).toBe("running");
  });

  it("so does a job or a run that nobody told of", () => {
    expect(after(knowing(document()), event("run.started", 11, {}, "import")).doubtedEvent).toBe(11);
    expect(after(knowing(document()), event("run.started", 11, { run: 2 })).doubtedEvent).toBe(11);
  });

  it("so does the end of a retry of which only the number is known", () => {
    const loaded = knowing(document({ retry: retry({ items: 2 }) }));
    const fresh = after(loaded, event("item.succeeded", 11, { item: "a", phase: "publish", attempt: 1 }));
    expect(fresh.doubtedEvent).toBe(0);
    const again = after(loaded, event("item.succeeded", 11, { item: "a", phase: "publish", attempt: 2 }));
    expect(again.doubtedEvent).toBe(11);
  });
});

describe("lists", () => {
  const older = document({ version: 5 });
  const newer = document({ version: 15, state: "ended", outcome: "succeeded" });

  it.each([applySnapshot, applyPolled])("bring what is newer, and never what is older", (apply) => {
    const now = knowing(document({ version: 10 }));
    expect(published(apply(now, { jobs: [older], lastEvent: 5, asOf: 0 })).version).toBe(10);
    expect(published(apply(now, { jobs: [newer], lastEvent: 15, asOf: 0 })).state).toBe("ended");
    expect(apply(now, { jobs: [older], lastEvent: 5, asOf: 0 }).lastEvent).toBe(10);
  });

  it("make known that there is no job", () => {
    expect(NOTHING_KNOWN.loaded).toBe(false);
    expect(applySnapshot(NOTHING_KNOWN, { jobs: [], lastEvent: 0, asOf: 7 })).toMatchObject({ loaded: true, asOf: 7 });
  });

  it("never turn the clock back", () => {
    const state = applyHeartbeat(knowing(document()), at(60), 10);
    expect(state.asOf).toBe(Date.parse(at(60)));
    expect(applyHeartbeat(state, at(50), 10).asOf).toBe(Date.parse(at(60)));
    expect(applyPolled(state, { jobs: [], lastEvent: 0, asOf: 5 }).asOf).toBe(Date.parse(at(60)));
  });

  it("keep the names of problem items that were fetched or heard", () => {
    const one = { id: "item-001", name: "Oak desk lamp", state: "failed", cause: "timeout" } as const;
    const named = applyProblems(knowing(document()), "publish", [one]);
    expect(published(named).problems).toEqual({ "item-001": one });
    expect(published(applySnapshot(named, { jobs: [newer], lastEvent: 15, asOf: 0 })).problems).toEqual({
      "item-001": one,
    });
    expect(applyProblems(named, "nobody", [one])).toBe(named);
  });

  it("an accepted job does not overwrite what the stream told already", () => {
    const heard = knowing(document({ version: 20 }));
    expect(published(addJob(heard, job({ version: 2, state: "queued" }))).version).toBe(20);
    expect(published(addJob(heard, job({ version: 2, run: 2 }))).run).toBe(2);
  });
});
