// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Network, SubmitAnswer } from "../src/network";
import { Store } from "../src/store";
import type { Submissions, Wish } from "../src/submission";
import { LONG_WAIT_MS, Submitter } from "../src/submitter";
import { document } from "./given";

const START: Wish = { do: "submit", order: { kind: "publish", items: 200 } };
const CANCEL: Wish = { do: "cancel", job: "publish", run: 1 };
const SLOT = "submit/publish";
const ACCEPTED: SubmitAnswer = { is: "accepted", job: document() };
const UNANSWERED: SubmitAnswer = { is: "unanswered" };

function begin(...answers: SubmitAnswer[]) {
  const submit = vi.fn<Network["submit"]>(() => new Promise(() => undefined));
  answers.forEach((answer) => submit.mockResolvedValueOnce(answer));
  const store = new Store<Submissions>({});
  const accepted = vi.fn();
  const kept = vi.fn();
  const submitter = new Submitter({ submit } as unknown as Network, store, { accepted, kept });
  submitter.start();
  return { submit, store, accepted, kept, submitter, keys: () => submit.mock.calls.map((call) => call[1]) };
}

const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);

beforeEach(() => {
  vi.useFakeTimers();
  localStorage.clear();
});

afterEach(() => {
  vi.useRealTimers();
});

describe("a press", () => {
  it("sends once, however often the button is pressed before the answer", async () => {
    const { submitter, submit, store } = begin();
    submitter.press(START);
    submitter.press(START);
    await pass(150);
    submitter.press(START);
    expect(submit).toHaveBeenCalledOnce();
    expect(store.value[SLOT]?.phase).toBe("sending");
  });

  it("tells who waits of the accepted job, and is then over", async () => {
    const { submitter, store, accepted } = begin(ACCEPTED);
    submitter.press(START);
    await pass(0);
    expect(accepted).toHaveBeenCalledWith(
      expect.objectContaining({ id: "publish" }),
      expect.objectContaining({ wish: START }),
      false,
    );
    expect(store.value).toEqual({});
  });

  it("gets a key of its own once the one before is over", async () => {
    const { submitter, keys } = begin(ACCEPTED, ACCEPTED);
    submitter.press(START);
    await pass(0);
    submitter.press(START);
    await pass(0);
    expect(new Set(keys()).size).toBe(2);
  });

  it("says before ten seconds are over that it is still on its way", async () => {
    const { submitter, store } = begin();
    submitter.press(START);
    await pass(LONG_WAIT_MS);
    expect(LONG_WAIT_MS).toBeLessThan(10_000);
    expect(store.value[SLOT]?.phase).toBe("waiting");
  });
});

describe("no answer", () => {
  it("is asked for again with the same key, until one comes", async () => {
    const { submitter, store, keys, accepted } = begin(UNANSWERED, { is: "later", afterMs: 3_000 }, ACCEPTED);
    submitter.press(START);
    await pass(0);
    expect(store.value[SLOT]?.phase).toBe("unanswered");
    await pass(1_000);
    await pass(2_999);
    expect(keys()).toHaveLength(2);
    await pass(1);
    expect(keys()).toHaveLength(3);
    expect(new Set(keys()).size).toBe(1);
    expect(accepted).toHaveBeenCalledWith(expect.objectContaining({ id: "publish" }), expect.anything(), true);
  });

  it("is asked for at once when the network returns", async () => {
    const { submitter, keys } = begin(UNANSWERED);
    submitter.press(START);
    await pass(0);
    window.dispatchEvent(new Event("online"));
    await pass(0);
    expect(keys()).toHaveLength(2);
  });

  it("is asked for with the same key after a reload", async () => {
    const before = begin(UNANSWERED);
    before.submitter.press(START);
    await pass(0);
    const after = begin(ACCEPTED);
    await pass(0);
    expect(after.keys()).toEqual(before.keys().slice(0, 1));
    expect(after.accepted).toHaveBeenCalledOnce();
    expect(begin().keys()).toEqual([]);
  });

  it("does not stand in the way where the storage holds nonsense", () => {
    localStorage.setItem("wish/submit/publish", "{");
    expect(begin().store.value).toEqual({});
  });
});

describe("several wishes", () => {
  it("go their own ways, each with its key", async () => {
    const { submitter, submit, keys } = begin();
    submitter.press(START);
    submitter.press(CANCEL);
    submitter.press(CANCEL);
    await pass(0);
    expect(submit.mock.calls.map((call) => call[0])).toEqual([START, CANCEL]);
    expect(new Set(keys()).size).toBe(2);
  });

  it("are all taken up again after a reload, and none of another tab is forgotten for it", async () => {
    const one = begin(UNANSWERED);
    const other = begin(UNANSWERED);
    one.submitter.press(START);
    other.submitter.press(CANCEL);
    await pass(0);
    expect(new Set(begin().keys())).toEqual(new Set([one.keys()[0], other.keys()[0]]));
  });

  it("that ask for two jobs say so when they are accepted", async () => {
    const { submitter, submit, accepted } = begin();
    submit.mockReset().mockResolvedValue(ACCEPTED);
    submitter.press(START);
    submitter.press({ do: "submit", order: { kind: "import", items: 300 } });
    await pass(0);
    expect(accepted.mock.calls.map((call: { alone: boolean }[]) => call[1]?.alone)).toEqual([false, false]);
  });
});

describe("a refusal", () => {
  it("is told, not repeated, and not kept", async () => {
    const refusal = {
      type: "bad-request",
      title: "The request cannot be read",
      remedy: "Name a kind of job.",
      where: "",
      againAt: null,
    };
    const { submitter, submit, store } = begin({ is: "refused", refusal });
    submitter.press(START);
    await pass(60_000);
    expect(submit).toHaveBeenCalledOnce();
    expect(store.value[SLOT]).toMatchObject({ phase: "refused", refusal });
    expect(begin().keys()).toEqual([]);
  });
});

describe("a file", () => {
  const wish = (name: string): Wish => ({ do: "upload", file: new File(["id"], name) });
  const found = (name: string): SubmitAnswer => {
    return { is: "kept", upload: { id: name, name, rows: 1, good: 1, problems: [] } };
  };

  it("is told of when the service has looked at it", async () => {
    const { submitter, store, kept, accepted } = begin(found("a.csv"));
    submitter.press(wish("a.csv"));
    expect(Object.keys(store.value)).toEqual(["upload"]);
    await pass(0);
    expect(kept).toHaveBeenCalledWith(expect.objectContaining({ id: "a.csv" }));
    expect([accepted.mock.calls, store.value]).toEqual([[], {}]);
  });

  it("takes the place of the one before, of which nothing more is heard", async () => {
    const { submitter, submit, kept } = begin();
    let answerFirst = (_: SubmitAnswer): void => undefined;
    submit.mockReturnValueOnce(new Promise((resolve) => (answerFirst = resolve)));
    submit.mockResolvedValueOnce(found("b.csv"));
    submitter.press(wish("a.csv"));
    submitter.press(wish("b.csv"));
    await pass(0);
    answerFirst(UNANSWERED);
    await pass(60_000);
    expect(kept.mock.calls.map((call: { id: string }[]) => call[0]?.id)).toEqual(["b.csv"]);
    expect(submit).toHaveBeenCalledTimes(2);
  });

  it("can be put aside while it is on its way", async () => {
    const { submitter, store, kept } = begin(found("a.csv"));
    submitter.press(wish("a.csv"));
    submitter.drop("upload");
    await pass(0);
    expect([store.value, kept.mock.calls]).toEqual([{}, []]);
  });

  it("is not sent again after a reload, for it is gone", async () => {
    const { submitter } = begin(UNANSWERED);
    submitter.press(wish("a.csv"));
    await pass(0);
    expect(begin().keys()).toEqual([]);
  });
});
