// @vitest-environment happy-dom
import { describe, expect, it } from "vitest";
import { leadsToJob } from "../src/services";
import { beginSubmission, type Wish } from "../src/submission";

const START: Wish = { do: "submit", order: { kind: "publish", items: 200 } };
const one = beginSubmission(undefined, START, "key");

describe("an accepted wish", () => {
  it("leads to its job who waits where the button is, and nobody else", () => {
    expect(leadsToJob(one, "/")).toBe(true);
    expect(leadsToJob(one, "/jobs")).toBe(false);
    expect(leadsToJob(one, "/jobs/import")).toBe(false);
  });

  it("leads nowhere where several jobs were asked for at once, or something was done to one", () => {
    expect(leadsToJob({ ...one, alone: false }, "/")).toBe(false);
    expect(leadsToJob(beginSubmission(undefined, { do: "rerun", job: "publish", run: 1 }, "key"), "/")).toBe(false);
  });
});
