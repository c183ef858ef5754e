// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { CancelDialog } from "../src/elements/cancel-dialog";
import { JobActions } from "../src/elements/job-actions";
import type { Actions, Job } from "../src/job";
import { afterRefusal, beginSubmission, type Submissions, slotOf, type Wish } from "../src/submission";
import { job } from "./given";

const CANCEL: Wish = { do: "cancel", job: "publish", run: 1 };
const ENDED = { state: "ended", outcome: "partial" } as const;
const RECOVERY: Actions = { "retry-failed": { items: 3 }, rerun: { items: 28 } };

async function showing(shown: Job, submissions: Submissions = {}) {
  const actions = new JobActions();
  Object.assign(actions, { job: shown, submissions });
  const wishes: Wish[] = [];
  actions.addEventListener("wish", (event) => wishes.push((event as CustomEvent<Wish>).detail));
  document.body.append(actions);
  await actions.updateComplete;
  const buttons = () => [...actions.querySelectorAll<HTMLButtonElement>(".job-actions-buttons button")];
  const dialog = () => {
    const found = actions.querySelector("dialog");
    if (found === null) throw new Error("no dialog");
    return found;
  };
  return {
    actions,
    wishes,
    dialog,
    names: () => buttons().map((one) => one.textContent?.trim()),
    press: async (name: string) => {
      const all = [...actions.querySelectorAll("button")];
      // In a dialog that is open, what lies behind it cannot be pressed.
      const within = dialog().open ? all.filter((one) => dialog().contains(one)) : all;
      const found = within.find((one) => one.textContent?.trim() === name);
      if (found === undefined) throw new Error(`no button "${name}"`);
      found.focus();
      found.click();
      await settled(actions);
    },
    show: async (differs: Partial<JobActions>) => {
      Object.assign(actions, differs);
      await settled(actions);
    },
    status: () => actions.querySelector('[role="status"]')?.textContent?.trim(),
  };
}

async function settled(actions: JobActions): Promise<void> {
  await actions.updateComplete;
  await actions.querySelector<CancelDialog>("cancel-dialog")?.updateComplete;
}

beforeEach(() => document.body.replaceChildren());
afterEach(() => document.body.replaceChildren());

describe("the cancel button", () => {
  it("asks first, and sends nothing when the person thinks again", async () => {
    const { press, dialog, wishes } = await showing(job());
    await press("Cancel publish");
    expect(dialog().open).toBe(true);
    await press("Keep publishing");
    expect([dialog().open, wishes]).toEqual([false, []]);
  });

  // Where the focus goes is the browser's own doing: tests/engine/test_commands.py.
  it("is left alone by Escape", async () => {
    const { press, dialog, wishes, actions } = await showing(job());
    await press("Cancel publish");
    const escape = new KeyboardEvent("keydown", { key: "Escape", bubbles: true, cancelable: true });
    dialog().querySelector("button")?.dispatchEvent(escape);
    await settled(actions);
    expect([dialog().open, wishes]).toEqual([false, []]);
  });

  it("has the run that is seen cancelled, once the person has said so", async () => {
    const { press, dialog, wishes } = await showing(job({ run: 2 }));
    await press("Cancel publish");
    await press("Cancel publish");
    expect([dialog().open, wishes]).toEqual([false, [{ ...CANCEL, run: 2 }]]);
  });

  it("cannot be pressed again while the wish is open, and says why", async () => {
    const submissions = { [slotOf(CANCEL)]: beginSubmission(undefined, CANCEL, "key") };
    const { names, press, dialog, wishes, status } = await showing({ ...job(), asked: "cancel" }, submissions);
    expect([names(), status()]).toEqual([["Asking to cancel…"], "Asking to cancel…"]);
    await press("Asking to cancel…");
    expect([dialog().open, wishes]).toEqual([false, []]);
  });

  it("stays while the job is being cancelled, with the focus, and does nothing", async () => {
    const { names, press, dialog, show, wishes } = await showing(job());
    await press("Cancel publish");
    await press("Keep publishing");
    const button = document.querySelector<HTMLElement>(".job-actions-buttons button");
    button?.focus();
    await show({ job: job({ state: "cancelling", actions: {} }) });
    await press("Cancelling…");
    expect([names(), dialog().open, wishes]).toEqual([["Cancelling…"], false, []]);
    expect(document.activeElement).toBe(button);
  });

  it("is not there where nothing can be cancelled", async () => {
    const { names } = await showing(job({ actions: {} }));
    expect(names()).toEqual([]);
  });

  it("leaves the question moot where the job ends meanwhile, and the focus in it", async () => {
    const { press, dialog, show } = await showing(job());
    await press("Cancel publish");
    const confirm = [...dialog().querySelectorAll("button")].at(-1);
    confirm?.focus();
    await show({ job: job({ ...ENDED, outcome: "succeeded", actions: {} }) });
    expect(dialog().open).toBe(true);
    expect([...dialog().querySelectorAll("button")].map((one) => one.textContent?.trim())).toEqual(["Close"]);
    expect(document.activeElement?.textContent?.trim()).toBe("Close");
  });
});

describe("the other buttons", () => {
  it("send what they say, without a question", async () => {
    const { names, press, wishes } = await showing(job({ ...ENDED, actions: RECOVERY }));
    expect(names()).toEqual(["Retry 3 failed items", "Run all 28 items again"]);
    await press("Retry 3 failed items");
    await press("Run all 28 items again");
    expect(wishes.map((wish) => wish.do)).toEqual(["retry-failed", "rerun"]);
  });

  it("wait for what was asked for already", async () => {
    const { press, wishes } = await showing({ ...job({ ...ENDED, actions: RECOVERY }), asked: "retry-failed" });
    await press("Run all 28 items again");
    expect(wishes).toEqual([]);
  });

  it("are back, with the reason, where the service refuses", async () => {
    const retry: Wish = { do: "retry-failed", job: "publish", run: 1 };
    const refusal = { type: "not-ended", title: "The job is not over yet", remedy: "Wait.", where: "", againAt: null };
    const submissions = { [slotOf(retry)]: afterRefusal(beginSubmission(undefined, retry, "key"), refusal) };
    const { names, status } = await showing(job({ ...ENDED, actions: RECOVERY }), submissions);
    expect(names()).toEqual(["Retry 3 failed items", "Run all 28 items again"]);
    expect(status()).toContain("The job is not over yet.");
  });

  it("keep the focus among them when the one that had it is gone", async () => {
    const { press, show, actions } = await showing(job({ ...ENDED, actions: RECOVERY }));
    await press("Retry 3 failed items");
    await show({ job: job({ run: 2, actions: {} }) });
    expect(document.activeElement).toBe(actions.querySelector("section"));
  });

  it("leave the focus alone where it is elsewhere", async () => {
    const { show } = await showing(job({ ...ENDED, actions: RECOVERY }));
    await show({ job: job({ run: 2, actions: {} }) });
    expect(document.activeElement).toBe(document.body);
  });
});

describe("the status line", () => {
  it("is there, empty, before there is anything to say", async () => {
    expect((await showing(job())).status()).toBe("");
  });
});
