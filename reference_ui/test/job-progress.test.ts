// @vitest-environment happy-dom
import { afterEach, describe, expect, it } from "vitest";
import { JobProgress } from "../src/elements/job-progress";
import type { JobDocument } from "../src/job";
import { counts, job, retry } from "./given";

async function said(differs: Partial<JobDocument>): Promise<string> {
  const progress = new JobProgress();
  progress.job = job(differs);
  document.body.append(progress);
  await progress.updateComplete;
  return progress.textContent?.replaceAll(/\s+/g, " ") ?? "";
}

afterEach(() => document.body.replaceChildren());

describe("what a job is doing", () => {
  it("promises no further attempt where there will be none, or nothing is tried", async () => {
    const waiting = { retry: retry(), counts: counts({ processed: 3, succeeded: 3 }) };
    expect(await said(waiting)).toContain("Retrying 4 items, attempt 2 of 3.");
    expect(await said({ ...waiting, state: "cancelling" })).not.toContain("Retrying");
    expect(await said({ ...waiting, state: "paused" })).not.toContain("Retrying");
  });

  it("gives a quantity in every state", async () => {
    const validate = { id: "validate", title: "Validate", started: null, finished: null } as const;
    const counting = [{ ...validate, state: "running", done: 40, total: null }] as const;
    const some = { counts: counts({ processed: 3, succeeded: 3 }) };
    expect(await said(some)).toContain("3 of 28 items processed");
    expect(await said({ ...some, state: "cancelling" })).toContain("3 of 28 items processed");
    expect(await said({ ...some, state: "paused" })).toContain("3 of 28 items processed");
    expect(await said({ ...some, state: "retrying", retry: retry({ whole: true }) })).toContain("3 of 28 items");
    expect(await said({ state: "cancelling", counts: counts({ rolled_back: 2 }) })).toContain(
      "2 items were taken back",
    );
    expect(await said({ phases: counting, counts: counts({ total: null }) })).toContain("40 items found so far");
  });
});
