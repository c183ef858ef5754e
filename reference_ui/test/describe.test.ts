import { describe, expect, it } from "vitest";
import {
  outcomeOf,
  percentOf,
  countingSentence,
  grownSentence,
  phaseWords,
  progressInBrief,
  retrySentence,
  stateWord,
  stepSentences,
  summary,
} from "../src/describe";
import type { JobDocument, Phase } from "../src/job";
import { shownTime } from "../src/times";
import { at, counts, job, retry } from "./given";

function counting(succeeded: number, failed: number, skipped: number, total = 28) {
  return counts({ total, processed: succeeded + failed + skipped, succeeded, failed, skipped });
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

  it("leaves nothing out where the run broke off", () => {
    const broken = job({ state: "ended", outcome: "partial", counts: { ...counting(7, 1, 0), total: 25 } });
    expect(summary(broken)).toBe(
      "Publish finished with problems. 7 succeeded, 1 failed, 0 skipped. 17 items were not attempted.",
    );
    const cancelled = job({ ...broken, outcome: "cancelled" });
    expect(summary(cancelled)).toBe("Publish cancelled. 7 succeeded, 1 failed, 0 skipped.");
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
    expect(stepSentences(job({ phases }))).toEqual(["Publishing items: 12 of 26 (step 2 of 2)"]);
    expect(stepSentences(job({ phases: [validate, { ...publish, total: null }] }))).toEqual([
      "Publishing items (step 2 of 2)",
    ]);
    expect(stepSentences(job({ phases: [validate] }))).toEqual([]);
  });

  it("names each of the steps that are gone through side by side", () => {
    const step = (id: string, done: number): Phase => ({
      ...{ id, title: "Check stock", state: "running", done, total: 40 },
      ...{ started: at(1), finished: null },
    });
    const phases = [step("fetch", 12), step("check-stock", 7), { ...step("sync", 0), state: "waiting" } as const];
    expect(stepSentences(job({ phases }))).toEqual([
      "Fetching items: 12 of 40 (step 1 of 3)",
      "Working on Check stock: 7 of 40 (step 2 of 3)",
    ]);
  });

  it("names retries and when the next is due", () => {
    const time = shownTime(Date.parse(at(200)));
    expect(retrySentence(job({ retry: retry({ next: at(200), waiting: 4 }) }))).toBe(
      `Retrying 4 items, attempt 2 of 3. Next attempt at ${time}.`,
    );
    expect(retrySentence(job({ retry: retry({ waiting: 3 }) }))).toBe("Retrying 4 items, attempt 2 of 3.");
    expect(retrySentence(job({ retry: retry({ waiting: 4 }) }))).toBe(
      "4 items will be tried again when the others are through, attempt 2 of 3.",
    );
    expect(retrySentence(job({ retry: retry({ waiting: 4, next: at(200), whole: true }) }))).toBe(
      `Retrying the whole job for 4 items, attempt 2 of 3. Next attempt at ${time}.`,
    );
    expect(retrySentence(job())).toBe("");
  });

  it("says of each phase when it changed", () => {
    const [validate, publish] = job().phases.map((phase) => phaseWords(phase));
    expect(validate).toEqual({ name: "Validate", state: `Done at ${shownTime(Date.parse(at(4)))}`, tone: "good" });
    expect(publish?.state).toBe(`Running since ${shownTime(Date.parse(at(4)))}`);
  });
});

describe("a job at which nobody is at work", () => {
  const standing: Partial<JobDocument>[] = [
    { state: "paused", paused: { reason: "maintenance", until: null } },
    { state: "queued", queue: { ahead: 0, reason: "no-free-worker", expected_start: null } },
    { state: "retrying", retry: retry({ whole: true, next: at(200) }) },
    { state: "cancelling" },
  ];

  it.each(standing)("is not said to be at its steps: $state", (differs) => {
    expect(stepSentences(job(differs))).toEqual([]);
  });

  it("has steps that have begun, and do not run", () => {
    const [, publish] = job().phases;
    if (publish === undefined) throw new Error("two phases");
    const held = { name: "Publish", state: `Began at ${shownTime(Date.parse(at(4)))}`, tone: "waiting" };
    expect(phaseWords(publish, false)).toEqual(held);
  });
});

describe("a total that is not known at first", () => {
  const [validate] = job().phases;
  if (validate === undefined) throw new Error("two phases");
  const phases = [{ ...validate, state: "running", done: 40, total: null } as const];

  it("is counted, and nothing is made of what is not known", () => {
    const counted = job({ phases, counts: counts({ total: null }) });
    expect(countingSentence(counted)).toBe("Counting: 40 items found so far. The total is not known yet.");
    expect(stepSentences(counted)).toEqual(["Validating items (step 1 of 1)"]);
    expect(countingSentence(job({ phases }))).toBe("");
    expect([countingSentence(job()), grownSentence(counted), grownSentence(job())]).toEqual(["", "", ""]);
  });

  it("may grow", () => {
    const more = (grown: number): string => grownSentence(job({ counts: counts({ grown }) }));
    expect([more(1), more(30)]).toEqual(["1 more item was found on the way.", "30 more items were found on the way."]);
  });
});

describe("a job that is cancelled", () => {
  it("breaks a step off that had begun, and leaves out one that had not", () => {
    const [, publish] = job().phases;
    if (publish === undefined) throw new Error("two phases");
    const over = { ...publish, state: "skipped", finished: at(9) } as const;
    expect(phaseWords(over).state).toBe(`Broken off at ${shownTime(Date.parse(at(9)))}`);
    expect(phaseWords({ ...over, started: null }).state).toBe("Left out");
  });
});

describe("words that are newer than this page", () => {
  it("are never an error", () => {
    const odd = { state: "hibernating", outcome: "splendid" } as unknown as JobDocument;
    expect(stateWord(job({ state: odd.state }))).toBe("State not known");
    const ended = job({ state: "ended", outcome: odd.outcome, counts: counting(20, 3, 5) });
    expect(stateWord(ended)).toBe("State not known");
    expect(summary(ended)).toBe("20 succeeded, 3 failed, 5 skipped.");
    const [phase] = job().phases;
    if (phase === undefined) throw new Error("two phases");
    expect(phaseWords({ ...phase, state: odd.state as unknown as Phase["state"] }).state).toBe("State not known");
  });
});
