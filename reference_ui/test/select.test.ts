import { describe, expect, it } from "vitest";
import type { Doing, JobDocument } from "../src/job";
import { withAsked, wishOf } from "../src/select";
import { afterRefusal, beginSubmission, type Submissions, slotOf, type Wish } from "../src/submission";
import { document, job, knowing } from "./given";

const CANCEL: Wish = { do: "cancel", job: "publish", run: 1 };
const open = beginSubmission(undefined, CANCEL, "key");
const asked = (submissions: Submissions, run = 1) => withAsked(knowing(document({ run })), submissions);

describe("what was asked for and nobody has confirmed", () => {
  it("is known of the job, of that run and no other", () => {
    const submissions = { [slotOf(CANCEL)]: open };
    expect(asked(submissions).jobs["publish"]?.asked).toBe("cancel");
    expect(asked(submissions, 2).jobs["publish"]?.asked).toBeNull();
    expect(wishOf(submissions, job(), "cancel")).toBe(open);
  });

  it("is no more asked for where the job shows that it was heard, though the answer is out", () => {
    const differing = (doing: Doing, differs: Partial<JobDocument>) => {
      const wish = beginSubmission(undefined, { do: doing, job: "publish", run: 1 }, "key");
      return withAsked(knowing(document(differs)), { [slotOf(wish.wish)]: wish }).jobs["publish"]?.asked;
    };
    const states = ["running", "paused", "cancelling", "ended"] as const;
    const asked = (doing: Doing) => states.filter((state) => differing(doing, { state }) !== null);
    expect(asked("cancel")).toEqual(["running", "paused"]);
    expect(asked("continue")).toEqual(["paused"]);
    expect([asked("retry-failed"), asked("rerun")]).toEqual([["ended"], ["ended"]]);
  });

  it("is nothing once it was refused, and where there is nothing all stays as it is", () => {
    const refused = afterRefusal(open, { type: "no", title: "No", remedy: "Ask.", where: "", againAt: null });
    const state = knowing(document());
    expect(withAsked(state, { [slotOf(CANCEL)]: refused })).toBe(state);
  });
});
