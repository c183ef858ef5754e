import { describe, expect, it } from "vitest";
import { afterLater, afterLongWait, afterNoAnswer, afterRefusal, beginSubmission, isOpen } from "../src/submission";

const ORDER = { kind: "publish", items: 200 };
const first = beginSubmission(undefined, ORDER, "key-1");

describe("a submission", () => {
  it("stays the one wish, with its key, however often the button is pressed", () => {
    expect(beginSubmission(first, ORDER, "key-2")).toBe(first);
    expect(beginSubmission(afterNoAnswer(first), ORDER, "key-2").key).toBe("key-1");
    expect(beginSubmission(afterLongWait(first), ORDER, "key-2").key).toBe("key-1");
  });

  it("is a new wish once the service has refused", () => {
    const refused = afterRefusal(first, { title: "No", remedy: "Ask.", againAt: null });
    expect(isOpen(refused)).toBe(false);
    expect(beginSubmission(refused, ORDER, "key-2")).toMatchObject({ key: "key-2", phase: "sending" });
  });

  it("claims nothing when no answer came", () => {
    expect(afterNoAnswer(first)).toMatchObject({ phase: "unanswered", refusal: null, attempt: 2 });
    expect(isOpen(afterNoAnswer(first))).toBe(true);
    expect(afterLater(first)).toMatchObject({ phase: "sending", attempt: 2 });
  });

  it("does not go back from unanswered to merely waiting", () => {
    expect(afterLongWait(first).phase).toBe("waiting");
    expect(afterLongWait(afterNoAnswer(first)).phase).toBe("unanswered");
  });
});
