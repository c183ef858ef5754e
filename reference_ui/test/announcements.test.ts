import { describe, expect, it } from "vitest";
import { jobNews, RETRIES_APART_MS } from "../src/announcements";
import type { JobDocument } from "../src/job";
import { addJob, applyEvent, applySnapshot } from "../src/reducer";
import { at, counts, document, event, job, knowing, retry } from "./given";

describe("news that are told aloud", () => {
  const before = knowing(document());
  const paused = (reason: string) => applyEvent(before, event("run.paused", 11, { reason }));

  it("are a pause, with its reason, and its end", () => {
    const standing = paused("maintenance");
    expect(jobNews(before, standing)).toEqual(["Publish 28 items is paused. Paused for maintenance."]);
    const on = applyEvent(standing, event("run.resumed", 12));
    expect(jobNews(standing, on)).toEqual(["Publish 28 items goes on."]);
    const lost = applyEvent(standing, event("worker.lost", 12));
    expect(jobNews(standing, lost)).toEqual([]);
  });

  it("are not each breath that the marketplace takes", () => {
    const standing = paused("rate-limit");
    expect(jobNews(before, standing)).toEqual([]);
    expect(jobNews(standing, applyEvent(standing, event("run.resumed", 12)))).toEqual([]);
  });
});

describe("news of a run", () => {
  const waiting = knowing(document({ state: "queued", started: null }));

  it("are that it was taken and that it has begun, also where both come at once", () => {
    const none = knowing();
    expect(jobNews(none, addJob(none, job()))).toEqual([
      "Publish 28 items was accepted.",
      "Publish 28 items has started.",
    ]);
    expect(jobNews(none, waiting)).toEqual(["Publish 28 items was accepted."]);
    const begun = applyEvent(waiting, event("run.started", 11));
    expect(jobNews(waiting, begun)).toEqual(["Publish 28 items has started."]);
  });

  it("say which run it is after the first", () => {
    const ended = knowing(document({ state: "ended", outcome: "failed" }));
    const again = applyEvent(ended, event("job.accepted", 11, { run: 2, title: "Publish 28 items", total: 3 }));
    expect(jobNews(ended, again)).toEqual(["Publish 28 items was accepted again, as run 2."]);
  });

  it("are that it is being cancelled, once, whoever asked for it", () => {
    const before = knowing(document());
    const cancelling = applyEvent(before, event("run.cancelling", 11));
    const said = "The item in hand will be finished first. What was published so far will be kept.";
    expect(jobNews(before, cancelling)).toEqual([`Publish 28 items is being cancelled. ${said}`]);
    expect(jobNews(cancelling, applyEvent(cancelling, event("worker.lost", 12)))).toEqual([]);
  });

  const waits = (item: string, seq: number, attempt: number) =>
    event("item.retrying", seq, { item, phase: "publish", attempt, max: 3, next: at(60) });
  const succeeds = (item: string, seq: number) => event("item.succeeded", seq, { item, phase: "publish", attempt: 2 });

  it("are that items are tried again, and each attempt that it comes to; not each item", () => {
    const before = knowing(document());
    const second = applyEvent(before, waits("item-001", 11, 2));
    expect(jobNews(before, second)[0]).toMatch(/^Publish 28 items: Retrying 1 item, attempt 2 of 3\. Next attempt at /);
    const more = applyEvent(second, waits("item-002", 12, 2));
    expect(jobNews(second, more)).toEqual([]);
    const third = applyEvent(more, waits("item-002", 13, 3));
    expect(jobNews(more, third)).toEqual([]);
    const shown = applyEvent(third, succeeds("item-001", 14));
    expect(jobNews(third, shown)[0]).toContain("Retrying 1 item, attempt 3 of 3.");
  });

  it("are that they are tried again after a while in which none were", () => {
    const tried = applyEvent(knowing(document()), waits("item-001", 11, 2));
    const over = applyEvent(tried, succeeds("item-001", 12));
    const soon = applyEvent(over, waits("item-002", 13, 2));
    const late = applyEvent(over, waits("item-002", 12 + RETRIES_APART_MS / 1000, 2));
    expect([jobNews(tried, over), jobNews(over, soon)]).toEqual([[], []]);
    expect(jobNews(over, late)[0]).toContain("attempt 2 of 3");
  });

  it("are not that they are tried again while it stands still, but when it goes on", () => {
    const tried = applyEvent(knowing(document()), waits("item-001", 11, 2));
    const paused = applyEvent(tried, event("run.paused", 12, { reason: "maintenance" }));
    const on = applyEvent(paused, event("run.resumed", 30));
    expect(jobNews(tried, paused)).toEqual(["Publish 28 items is paused. Paused for maintenance."]);
    expect(jobNews(paused, on)[1]).toContain("Retrying 1 item");
    expect(jobNews(paused, on)[0]).toBe("Publish 28 items goes on.");
  });

  it("say of retries what is shown of them, and nothing before that is known", () => {
    const told = (version: number, attempt: number) => document({ version, retry: retry({ items: 1, attempt }) });
    const before = knowing(told(10, 2));
    const blurred = applyEvent(before, event("item.retrying", 11, { item: "item-001", attempt: 3, next: at(60) }));
    expect(jobNews(before, blurred)).toEqual([]);
    const listed = applySnapshot(blurred, { jobs: [told(11, 3)], lastEvent: 11, asOf: 0 });
    expect(jobNews(blurred, listed)).toEqual(["Publish 28 items: Retrying 1 item, attempt 3 of 3."]);
  });

  it("tell the end with all that its page says of it", () => {
    const before = knowing(document());
    const ended = (differs: Partial<JobDocument>) => {
      const told = document({ state: "ended", version: 20, ...differs });
      return jobNews(before, applySnapshot(before, { jobs: [told], lastEvent: 20, asOf: 0 }))[0];
    };
    const done = counts({ processed: 28, succeeded: 28 });
    expect(ended({ outcome: "succeeded", counts: done, won: { items: 1, attempt: 2 } })).toBe(
      "Publish 28 items. Publish complete. 28 items published. Succeeded on attempt 2.",
    );
    const asked = { ...document().cancellation, asked: at(30) };
    expect(ended({ outcome: "succeeded", counts: done, cancellation: asked })).toContain("came too late");
    expect(ended({ outcome: "cancelled", kept: 4, counts: counts({ processed: 4, succeeded: 4 }) })).toContain(
      "4 items kept, 24 items not done",
    );
  });
});
