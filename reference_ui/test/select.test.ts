import { describe, expect, it } from "vitest";
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

  it("is nothing once it was refused, and where there is nothing all stays as it is", () => {
    const refused = afterRefusal(open, { type: "no", title: "No", remedy: "Ask.", where: "", againAt: null });
    const state = knowing(document());
    expect(withAsked(state, { [slotOf(CANCEL)]: refused })).toBe(state);
  });
});
