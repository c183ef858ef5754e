import { describe, expect, it } from "vitest";
import {
  afterLater,
  afterLongWait,
  afterNoAnswer,
  afterRefusal,
  beginSubmission,
  isOpen,
  slotOf,
  type Submission,
  type Submissions,
  type Wish,
  withoutSubmission,
  withSubmission,
} from "../src/submission";

const START: Wish = { do: "submit", order: { kind: "publish", items: 200 } };
const CANCEL: Wish = { do: "cancel", job: "publish", run: 1 };
const WISHES: readonly Wish[] = [START, CANCEL];
const first = beginSubmission(undefined, START, "key-1");

describe("a submission", () => {
  it.each(WISHES)("stays the one wish, with its key, however often the button is pressed", (wish) => {
    const begun = beginSubmission(undefined, wish, "key-1");
    expect(beginSubmission(begun, wish, "key-2")).toBe(begun);
    expect(beginSubmission(afterNoAnswer(begun), wish, "key-2").key).toBe("key-1");
    expect(beginSubmission(afterLongWait(begun), wish, "key-2").key).toBe("key-1");
  });

  it("is a new wish once the service has refused", () => {
    const refused = afterRefusal(first, { type: "no", title: "No", remedy: "Ask.", where: "", againAt: null });
    expect(isOpen(refused)).toBe(false);
    expect(beginSubmission(refused, START, "key-2")).toMatchObject({ key: "key-2", phase: "sending" });
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

describe("wishes", () => {
  const all = (...submissions: Submission[]): Submissions => submissions.reduce(withSubmission, {});
  const wish = (one: Wish): Submission => beginSubmission(undefined, one, "key");

  it("are the same wish where they are for the same run, or the same kind of job", () => {
    const slots = [START, { ...START, order: { kind: "import", items: 200 } }, CANCEL, { ...CANCEL, run: 2 }].map(
      slotOf,
    );
    expect(new Set(slots).size).toBe(4);
    expect(slotOf({ ...START, order: { kind: "publish", items: 3 } })).toBe(slotOf(START));
  });

  it("have company where two jobs are asked for at once, whatever is done to others meanwhile", () => {
    const second = wish({ do: "submit", order: { kind: "import", items: 300 } });
    expect(Object.values(all(wish(CANCEL), first)).map((one) => one.alone)).toEqual([true, true]);
    expect(Object.values(all(first, second)).map((one) => one.alone)).toEqual([false, false]);
    const refused = afterRefusal(first, { type: "no", title: "No", remedy: "Ask.", where: "", againAt: null });
    expect(all(refused, second)[slotOf(second.wish)]?.alone).toBe(true);
  });

  it("are over one by one", () => {
    expect(withoutSubmission(all(first, wish(CANCEL)), first)).toEqual(all(wish(CANCEL)));
  });
});
