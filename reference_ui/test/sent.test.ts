// @vitest-environment happy-dom
import { beforeEach, describe, expect, it } from "vitest";
import { NOTHING_KNOWN } from "../src/reducer";
import { jobSentBefore, rememberSent } from "../src/sent";
import type { Wish } from "../src/submission";
import { job } from "./given";

const START: Wish = { do: "submit", order: { kind: "publish", items: 200 } };
const state = (now: "running" | "ended") => ({ ...NOTHING_KNOWN, jobs: { publish: job({ state: now }) } });

beforeEach(() => {
  history.replaceState(null, "");
});

describe("a page that has started a job", () => {
  it("knows it again while it goes on, however much is left to do, and not once it is over", () => {
    rememberSent(START, "publish");
    expect(jobSentBefore(START, state("running"))).toBe("publish");
    expect(jobSentBefore({ do: "submit", order: { kind: "publish", items: 12 } }, NOTHING_KNOWN)).toBe("publish");
    expect(jobSentBefore(START, state("ended"))).toBeUndefined();
  });

  it("takes another order for another one", () => {
    rememberSent(START, "publish");
    expect(jobSentBefore({ do: "submit", order: { kind: "import", items: 200 } }, state("running"))).toBeUndefined();
    expect(jobSentBefore({ do: "rerun", job: "publish", run: 1 }, state("running"))).toBeUndefined();
  });
});

it("a page that has started nothing knows no job", () => {
  expect(jobSentBefore(START, state("running"))).toBeUndefined();
});
