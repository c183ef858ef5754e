import { describe, expect, it } from "vitest";
import {
  outcomeOf,
  percentOf,
  phaseWords,
  progressInBrief,
  queueSentence,
  retrySentence,
  stateWord,
  stepSentence,
  summary,
} from "../src/describe";
import { shownTime } from "../src/times";
import { at, job } from "./given";

function counting(succeeded: number, failed: number, skipped: number, total = 28) {
  return { total, processed: succeeded + failed + skipped, succeeded, failed, skipped };
}

describe("percentOf", () => {
  it.each([
    [0, 0],
    [1, 0],
    [124, 62],
    [199, 99],
    [200, 99],
  ])("%i of 200 are %i per cent until the end", (processed, percent) => {
    expect(percentOf(job({ counts: counting(processed, 0, 0, 200) }))).toBe(percent);
  });

  it("is not known where no total is known", () => {
    expect(percentOf(job({ counts: { ...counting(3, 0, 0), total: null } }))).toBeNull();
  });
});

describe("the end", () => {
  const mixed = job({ state: "ended", outcome: "partial", counts: counting(20, 3, 5) });

  it("is called mixed where it is mixed", () => {
    expect(stateWord(mixed)).toBe("Finished with problems");
    expect(summary(mixed)).toBe("Publish finished with problems. 20 succeeded, 3 failed, 5 skipped.");
    expect(progressInBrief(mixed)).toBe("20 succeeded, 3 failed, 5 skipped");
  });

  it("is told from the counts where the service names no outcome", () => {
    const unnamed = (succeeded: number, failed: number) =>
      outcomeOf(job({ state: "ended", outcome: null, counts: counting(succeeded, failed, 0) }));
    expect([unnamed(20, 3), unnamed(0, 3), unnamed(20, 0)]).toEqual(["partial", "failed", "succeeded"]);
  });

  it("is not told of before it has come", () => {
    expect(outcomeOf(job())).toBeNull();
    expect(stateWord(job())).toBe("Running");
  });
});

describe("what the job is doing", () => {
  it("names the step, its numbers and its place", () => {
    const [validate, publish] = job().phases;
    if (validate === undefined || publish === undefined) throw new Error("two phases");
    const phases = [validate, { ...publish, done: 12, total: 26 }];
    expect(stepSentence(job({ phases }))).toBe("Publishing items: 12 of 26 (step 2 of 2)");
    expect(stepSentence(job({ phases: [validate, { ...publish, total: null }] }))).toBe(
      "Publishing items (step 2 of 2)",
    );
    expect(stepSentence(job({ phases: [validate] }))).toBe("");
  });

  it("names the place in the queue, and the reason", () => {
    expect(queueSentence(job({ queue: { ahead: 2, reason: "no-free-worker" } }))).toBe(
      "2 jobs ahead of this one. Waiting for a free worker.",
    );
    expect(queueSentence(job())).toBe("");
  });

  it("names retries and when the next is due", () => {
    const time = shownTime(Date.parse(at(200)));
    expect(retrySentence(job({ retry: { items: 4, attempt: 2, max: 3, next: at(200) } }))).toBe(
      `Retrying 4 items, attempt 2 of 3. Next attempt at ${time}.`,
    );
    expect(retrySentence(job())).toBe("");
  });

  it("says of each phase when it changed", () => {
    const [validate, publish] = job().phases.map(phaseWords);
    expect(validate).toEqual({ name: "Validate", state: `Done at ${shownTime(Date.parse(at(4)))}`, tone: "good" });
    expect(publish?.state).toBe(`Running since ${shownTime(Date.parse(at(4)))}`);
  });
});
