import { describe, expect, it } from "vitest";
import { earlierSentence, runSentence, wonSentence } from "../src/describe-runs";
import type { EarlierRun } from "../src/job";
import { shownTime } from "../src/times";
import { at, counts, job } from "./given";

const FIRST: EarlierRun = {
  ...{ run: 1, outcome: "partial", created: at(0), finished: at(60), total: 28 },
  ...{ succeeded: 20, failed: 3, skipped: 5 },
};

describe("a run after the first", () => {
  const said = (total: number | null, earlier = [FIRST]) =>
    runSentence(job({ run: 2, earlier, counts: counts({ total }) }));

  it("says which it is, and what it takes up", () => {
    expect(runSentence(job())).toBe("");
    expect(said(3)).toBe("This is run 2, for the 3 items that failed before.");
    expect(said(1, [{ ...FIRST, failed: 1 }])).toBe("This is run 2, for the 1 item that failed before.");
    expect(said(28)).toBe("This is run 2, for all items.");
    expect(said(null)).toBe("This is run 2.");
    expect(said(28, [])).toBe("This is run 2.");
  });

  it("says how those before it ended", () => {
    expect(earlierSentence(FIRST)).toBe(
      `Previous run 1: Finished with problems at ${shownTime(Date.parse(at(60)))}. 20 succeeded, 3 failed, 5 skipped.`,
    );
  });
});

describe("the attempt that won", () => {
  it("is told where all succeeded and the first was not enough", () => {
    const ended = { state: "ended", outcome: "succeeded", won: { items: 2, attempt: 3 } } as const;
    expect(wonSentence(job(ended))).toBe("Succeeded on attempt 3.");
    expect(wonSentence(job({ ...ended, won: null }))).toBe("");
    expect(wonSentence(job({ ...ended, outcome: "partial" }))).toBe("");
    expect(wonSentence(job({ won: ended.won }))).toBe("");
  });
});
