import { describe, expect, it } from "vitest";
import { actionName, askingName, nextSentence, offersOf, retryHint, wishSentence } from "../src/describe-actions";
import type { Actions, CauseGroup, Doing, Job } from "../src/job";
import { afterLongWait, afterNoAnswer, afterRefusal, beginSubmission, type Submission } from "../src/submission";
import { job } from "./given";

const ALL: Actions = {
  cancel: { items: 9 },
  "retry-failed": { items: 3 },
  rerun: { items: 28 },
  continue: { items: 15 },
};
const asking = (doing: Doing, differs = {}): Job => ({ ...job({ actions: ALL, ...differs }), asked: doing });
const wish = (doing: Doing): Submission => beginSubmission(undefined, { do: doing, job: "publish", run: 1 }, "key");

describe("what is offered", () => {
  it("is what the service says can be done, and how many items it touches", () => {
    const names = (actions: Actions) => offersOf(job({ actions })).map((offer) => offer.name);
    expect(names({})).toEqual([]);
    expect(names(ALL)).toEqual([
      "Skip and continue with 15 items",
      "Retry 3 failed items",
      "Run all 28 items again",
      "Cancel publish",
    ]);
    expect(names({ "retry-failed": { items: 1 }, rerun: { items: 1 } })).toEqual([
      "Retry 1 failed item",
      "Run 1 item again",
    ]);
    const unknown = { items: null };
    expect(names({ continue: unknown, "retry-failed": unknown, rerun: unknown, cancel: unknown })).toEqual([
      "Skip and continue",
      "Retry failed items",
      "Run all items again",
      "Cancel publish",
    ]);
  });

  it("is nothing but what goes on while a job is being cancelled", () => {
    expect(offersOf(job({ state: "cancelling", actions: {} }))).toEqual([
      { doing: "cancel", name: "Cancelling…", busy: true },
    ]);
  });

  it("says at once that it was asked for, and only of what was", () => {
    expect(offersOf(asking("retry-failed")).map(({ name, busy }) => [name, busy])).toEqual([
      ["Skip and continue with 15 items", false],
      ["Asking to retry 3 failed items…", true],
      ["Run all 28 items again", false],
      ["Cancel publish", false],
    ]);
  });

  it("has a word for being on its way, whatever it is", () => {
    const doings: readonly Doing[] = ["cancel", "retry-failed", "rerun", "continue"];
    for (const one of [job({ actions: ALL }), job({ actions: {} })]) {
      for (const doing of doings) {
        expect(askingName(one, doing)).toMatch(/^Asking to .+…$/);
        expect(askingName(one, doing)).not.toContain(actionName(one, doing));
      }
    }
  });
});

describe("what is known of a wish", () => {
  const said = (submission: Submission, one = asking("cancel")): string => wishSentence(one, "cancel", submission);

  it("is no more than that it is on its way", () => {
    expect(wishSentence(job(), "cancel", undefined)).toBe("");
    expect(said(wish("cancel"))).toBe("Asking to cancel…");
    expect(said(afterLongWait(wish("cancel")))).toBe("Asking to cancel… There is no answer yet.");
    expect(said(afterNoAnswer(wish("cancel")))).toContain("it is not known whether the service has heard of it");
  });

  it("is a refusal with its reason, and that nothing has changed", () => {
    const refusal = {
      type: "not-ended",
      title: "The job is not over yet",
      remedy: "Wait for its end.",
      where: "",
      againAt: null,
    };
    const refused = afterRefusal(wish("retry-failed"), refusal);
    expect(wishSentence(job({ actions: ALL }), "retry-failed", refused)).toBe(
      "“Retry 3 failed items” was refused, so nothing has changed. The job is not over yet. Wait for its end.",
    );
    const unsaid = afterRefusal(wish("rerun"), { type: "", title: "", remedy: "", where: "", againAt: null });
    expect(wishSentence(job({ actions: ALL }), "rerun", unsaid)).toContain("The service did not say why.");
  });

  it("is that it came too late, where the job was over by then", () => {
    const refusal = {
      type: "already-ended",
      title: "The job was over already",
      remedy: "Look.",
      where: "",
      againAt: null,
    };
    expect(said(afterRefusal(wish("cancel"), refusal), job({ state: "ended" }))).toBe(
      "It was too late to cancel: the job was over already.",
    );
  });
});

describe("beside the buttons", () => {
  const group = (count: number, retryable: boolean, state: CauseGroup["state"] = "failed"): CauseGroup => {
    return { cause: retryable ? "timeout" : "missing-id", state, count, retryable, remedy: "" };
  };

  it("stands how many of those to be retried need a person first", () => {
    const hint = (...causes: CauseGroup[]) => retryHint(job({ actions: ALL, causes }));
    expect(hint(group(3, true))).toBe("");
    expect(hint(group(3, true), group(1, false))).toBe("1 of them will fail again until it is mended.");
    expect(hint(group(2, false), group(4, false, "skipped"))).toBe("2 of them will fail again until they are mended.");
    expect(retryHint(job({ actions: {}, causes: [group(2, false)] }))).toBe("");
  });

  it("stands where to see what a job has done, unless that is nothing", () => {
    const next = (outcome: Job["outcome"], kind = "publish") => nextSentence(job({ state: "ended", outcome, kind }));
    expect([next("succeeded"), next("partial"), next("cancelled")]).toEqual(Array(3).fill("See what is on sale now"));
    expect([next("succeeded", "import"), next("succeeded", "sync")]).toEqual([
      "See what was imported",
      "See the catalogue",
    ]);
    expect([next("failed"), nextSentence(job({ state: "cancelling" }))]).toEqual(["", ""]);
  });
});
