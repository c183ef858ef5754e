import { describe, expect, it } from "vitest";
import { pauseSentence, queueSentence } from "../src/describe-waiting";
import { shownTime } from "../src/times";
import { at, job } from "./given";

const NOW = Date.parse(at(100));

function queued(expected: number | null, reason = "no-free-worker", started: string | null = null): string {
  const expected_start = expected === null ? null : at(100 + expected);
  return queueSentence(job({ state: "queued", started, queue: { ahead: 2, reason, expected_start } }), NOW);
}

describe("a job that waits", () => {
  it("says behind how many, why, and what can be expected", () => {
    expect(queued(170)).toBe(
      "2 jobs ahead of this one. Waiting for a free worker. Expected to start in about 3 minutes.",
    );
    expect(queued(null, "dependency")).toBe(
      "2 jobs ahead of this one. Waiting for another job. When it starts cannot be told yet.",
    );
    expect(queueSentence(job(), NOW)).toBe("");
  });

  it.each([
    [0, "less than a minute"],
    [15, "less than a minute"],
    [16, "about 1 minute"],
    [75, "about 1 minute"],
    [76, "about 2 minutes"],
    [9.9 * 60, "about 10 minutes"],
    [11 * 60, "about 15 minutes"],
    [84 * 60, "about 85 minutes"],
    [100 * 60, "about 2 hours"],
    [130 * 60, "about 3 hours"],
  ])("rounds what is expected in %i s up to %s", (seconds, words) => {
    expect(queued(seconds)).toContain(`Expected to start in ${words}.`);
  });

  it("never expects what has passed", () => {
    expect(queued(-1)).toContain("It takes longer than was expected.");
  });

  it("says that it was interrupted where a worker had it before", () => {
    expect(queued(null, "no-free-worker", at(1))).toMatch(
      /^It was interrupted\. It will go on from where it was\. 2 jobs/,
    );
    expect(queueSentence(job({ state: "queued" }), NOW)).toBe("It was interrupted. It will go on from where it was.");
  });
});

describe("a job that stands still", () => {
  const paused = (reason: string, until: string | null): string =>
    pauseSentence(job({ state: "paused", paused: { reason, until } }), NOW);

  it("says why, and until when as far as that is known", () => {
    const time = shownTime(Date.parse(at(200)));
    expect(paused("rate-limit", at(200))).toBe(
      `Paused because the marketplace takes no calls for now. Expected to go on at ${time}.`,
    );
    expect(paused("maintenance", null)).toBe("Paused for maintenance. When it goes on cannot be told yet.");
    expect(paused("critical-error", null)).toBe("Paused after a serious error. It goes on once a person says so.");
    expect(paused("lunch", null)).toBe("Paused. When it goes on cannot be told yet.");
    expect(pauseSentence(job(), NOW)).toBe("");
  });

  it("never promises a moment that has passed", () => {
    expect(paused("maintenance", at(99))).toBe("Paused for maintenance. It takes longer than was expected.");
  });
});
