import { describe, expect, it } from "vitest";
import { addJob, applyEvent, applyPolled, applySnapshot, type JobsState } from "../src/reducer";
import type { JobEvent } from "../src/events";
import { counts, document, event, job, knowing } from "./given";

function after(state: JobsState, ...events: JobEvent[]): JobsState {
  return events.reduce(applyEvent, state);
}

function published(state: JobsState) {
  const found = state.jobs["publish"];
  if (found === undefined) throw new Error("the publish job is not known");
  return found;
}

describe("a service that counts its events anew", () => {
  it("is believed, though its numbers are lower", () => {
    const known = knowing(document({ version: 10 }));
    const before = after(known, event("item.succeeded", 11, { item: "a", phase: "publish", attempt: 1 }));
    const asOf = (before.asOf ?? 0) + 1;
    const told = document({ version: 2, counts: counts({ processed: 7, succeeded: 7 }) });
    const now = applySnapshot(before, { jobs: [told], lastEvent: 2, asOf });
    expect(published(now)).toMatchObject({ version: 2, counts: { processed: 7 } });
    expect(now).toMatchObject({ lastEvent: 2, doubtedEvent: 0 });
    expect(published(after(now, event("item.failed", 3, { item: "b", phase: "publish" }))).counts.processed).toBe(8);
  });

  it("is noticed when its count has got past the last event, but not past that of a job", () => {
    const before = after(knowing(document({ version: 10 })), event("queue.moved", 11, { ahead: 1 }));
    const asOf = (before.asOf ?? 0) + 1;
    const quiet = document({ version: 0, counts: counts({ processed: 7 }) });
    expect(published(applyPolled(before, { jobs: [quiet], lastEvent: 12, asOf })).counts.processed).toBe(7);
  });

  it("is not seen in a list that is old, nor in one that misses a new run", () => {
    const before = after(knowing(document({ version: 10 })), event("queue.moved", 11, { ahead: 1 }));
    const asOf = (before.asOf ?? 0) - 1;
    expect(published(applySnapshot(before, { jobs: [document({ version: 5 })], lastEvent: 5, asOf })).version).toBe(11);
    const started = addJob(before, job({ id: "import", run: 2, version: 13 }));
    const list = { jobs: [document({ version: 11 }), document({ id: "import", version: 4 })], lastEvent: 12 };
    expect(applySnapshot(started, { ...list, asOf: asOf + 2 }).jobs["import"]?.run).toBe(2);
  });
});
