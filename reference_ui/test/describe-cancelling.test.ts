import { describe, expect, it } from "vitest";
import {
  cancellingSentence,
  cancelQuestion,
  finishesFirst,
  noCancelSentence,
  receipt,
  tooLateSentence,
  whatIsKept,
} from "../src/describe-cancelling";
import type { Cancellation, Job, JobDocument } from "../src/job";
import { at, counts, job } from "./given";

const cancellation = (differs: Partial<Cancellation>): Cancellation => ({ ...job().cancellation, ...differs });
const some = (succeeded: number) => counts({ processed: succeeded, succeeded });

describe("the question before a job is cancelled", () => {
  it("says what is finished first and what is kept, and names both ways by what they do", () => {
    expect(cancelQuestion(job({ counts: some(12) }))).toEqual({
      title: "Cancel “Publish 28 items”?",
      sentences: [
        "The item in hand will be finished first, and nothing more will be published.",
        "12 items are published so far, and will stay on sale.",
      ],
      confirm: "Cancel publish",
      dismiss: "Keep publishing",
    });
  });

  it("says what is taken back, and what is broken off", () => {
    const undoing = job({ counts: some(1), cancellation: cancellation({ keeps: "nothing", mode: "immediate" }) });
    expect(whatIsKept(undoing)).toBe("1 item is published so far, and will be taken back.");
    expect(finishesFirst(undoing)).toBe("The item in hand will be broken off, and nothing more will be published.");
  });

  it("says so where nothing has begun or is done yet", () => {
    expect(whatIsKept(job())).toBe("No item is published so far.");
    expect(finishesFirst(job({ started: null, state: "queued" }))).toBe(
      "It will leave the queue. Nothing has begun yet.",
    );
  });

  it("speaks of each kind in its own words, and of one that is new in plain ones", () => {
    const asked = (kind: string) => {
      const { sentences, confirm, dismiss } = cancelQuestion(job({ kind, counts: some(3) }));
      return [confirm, dismiss, sentences[1]];
    };
    expect(asked("import")).toEqual([
      "Cancel import",
      "Keep importing",
      "3 items are imported so far, and will stay in the catalogue.",
    ]);
    expect(asked("dance")).toEqual(["Cancel job", "Keep going", "3 items are through so far, and will stay so."]);
  });

  it.each<[string, Job, string]>([
    ["ended", job({ state: "ended", outcome: "succeeded", actions: {}, counts: some(28) }), "Publish complete."],
    ["cannot be cancelled any more", job({ actions: {} }), "It can no longer be cancelled."],
    [
      "is being cancelled already",
      job({ state: "cancelling", actions: {} }),
      "The item in hand will be finished first.",
    ],
    ["was asked to be cancelled", { ...job(), asked: "cancel" }, "Asking to cancel…"],
  ])("is moot where the job has %s meanwhile: nothing is left to confirm", (_, moot, said) => {
    const { confirm, dismiss, sentences } = cancelQuestion(moot);
    expect([confirm, dismiss]).toEqual([null, "Close"]);
    expect(sentences.join(" ")).toContain(said);
  });
});

describe("a job that is being cancelled", () => {
  it("says what is finished first, and what was taken back", () => {
    const cancelling = (differs: Partial<JobDocument>) => cancellingSentence(job({ state: "cancelling", ...differs }));
    expect(cancellingSentence(job())).toBe("");
    expect(cancelling({})).toBe("The item in hand will be finished first. What was published so far will be kept.");
    expect(cancelling({ kind: "sync", cancellation: cancellation({ mode: "immediate", keeps: "nothing" }) })).toBe(
      "It will stop at once. Then everything that was synced will be taken back.",
    );
    expect(cancelling({ counts: counts({ rolled_back: 3 }) })).toBe("3 items were taken back so far.");
  });

  it("leaves a receipt that adds up", () => {
    const ended = (kept: number | null, differs: Partial<JobDocument["counts"]>) =>
      receipt(job({ state: "ended", outcome: "cancelled", kept, counts: counts(differs) }));
    expect(ended(2, { processed: 2, succeeded: 2, rolled_back: 3 })).toBe(
      "2 items kept, 26 items not done, 3 of them taken back.",
    );
    expect(ended(2, { processed: 2, succeeded: 2 })).toBe("2 items kept, 26 items not done, none of them taken back.");
    expect(ended(2, { processed: 2, succeeded: 2, rolled_back: 1, total: null })).toBe(
      "2 items kept, 1 item taken back.",
    );
    expect(ended(null, {})).toBe("");
    expect(receipt(job({ state: "ended", outcome: "succeeded", kept: 2 }))).toBe("");
  });

  it("admits that the request came too late, only where it did", () => {
    const asked = cancellation({ asked: at(30) });
    const late = (outcome: JobDocument["outcome"], told = asked) =>
      tooLateSentence(job({ state: "ended", outcome, cancellation: told }));
    const admitted = "The request to cancel came too late. The last item was in hand by then.";
    expect([late("succeeded"), late("partial")]).toEqual([admitted, admitted]);
    expect([late("cancelled"), late("succeeded", cancellation({}))]).toEqual(["", ""]);
    expect(tooLateSentence(job({ state: "cancelling", cancellation: asked }))).toBe("");
  });

  it("says that there is no way to cancel, only where there was one", () => {
    expect(noCancelSentence(job({ actions: {} }))).toBe("It can no longer be cancelled.");
    const others = [{}, { state: "cancelling", actions: {} }, { state: "ended", actions: {} }] as const;
    expect(others.map((differs) => noCancelSentence(job(differs)))).toEqual(["", "", ""]);
  });
});
