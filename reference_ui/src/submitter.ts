/** Carries submissions out: sends, waits, sends again with the same key, and remembers across reloads what is open. */

import { type Job, jobFrom } from "./job";
import type { Network, Order, SubmitAnswer } from "./network";
import type { Store } from "./store";
import {
  afterLater,
  afterLongWait,
  afterNoAnswer,
  afterRefusal,
  beginSubmission,
  isOpen,
  type Submission,
} from "./submission";

/** Said before the ten seconds are over after which a person gives up. */
export const LONG_WAIT_MS = 8_000;
const ASK_AGAIN_MS = 1_000;
const STORAGE_KEY = "open-submissions";

/** What the person asked for, by kind of job: at most one of each is open. */
export type Submissions = Readonly<Record<string, Submission>>;

/** Called with the accepted job, and with whether the answer to an earlier request had been lost. */
export type OnAccepted = (job: Job, afterTrouble: boolean) => void;

export class Submitter {
  readonly #network: Network;
  readonly #store: Store<Submissions>;
  readonly #onAccepted: OnAccepted;
  readonly #waits = new Set<() => void>();

  constructor(network: Network, store: Store<Submissions>, onAccepted: OnAccepted) {
    this.#network = network;
    this.#store = store;
    this.#onAccepted = onAccepted;
  }

  /** Take up again what was open when the page was last left, and go on at once when the network returns. */
  start(): void {
    window.addEventListener("online", () => this.#waits.forEach((goOn) => goOn()));
    this.#store.update(() => saved());
    Object.values(this.#store.value).forEach((submission) => void this.#send(submission));
  }

  /** The person asks for a job. */
  press(order: Order): void {
    const current = this.#store.value[order.kind];
    const submission = beginSubmission(current, order, crypto.randomUUID());
    if (submission === current) return;
    this.#keep(submission);
    void this.#send(submission);
  }

  async #send(submission: Submission): Promise<void> {
    const { order, key } = submission;
    const longWait = setTimeout(() => this.#change(submission, afterLongWait), LONG_WAIT_MS);
    let attempts = 1;
    let answer = await this.#network.submit(order, key);
    while (answer.is === "unanswered" || answer.is === "later") {
      this.#change(submission, answer.is === "later" ? afterLater : afterNoAnswer);
      if (!this.#isOpen(submission)) break;
      await this.#wait(answer.is === "later" ? answer.afterMs : ASK_AGAIN_MS);
      attempts += 1;
      answer = await this.#network.submit(order, key);
    }
    clearTimeout(longWait);
    this.#settle(submission, answer, attempts > 1);
  }

  #settle(submission: Submission, answer: SubmitAnswer, afterTrouble: boolean): void {
    if (answer.is === "refused") this.#change(submission, (now) => afterRefusal(now, answer.refusal));
    if (answer.is !== "accepted") return;
    this.#forget(submission);
    this.#onAccepted(jobFrom(answer.job), afterTrouble);
  }

  #wait(delayMs: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(() => goOn(), delayMs);
      const goOn = (): void => {
        clearTimeout(timer);
        this.#waits.delete(goOn);
        resolve();
      };
      this.#waits.add(goOn);
    });
  }

  #isCurrent(submission: Submission): boolean {
    return this.#store.value[submission.order.kind]?.key === submission.key;
  }

  #isOpen(submission: Submission): boolean {
    const now = this.#store.value[submission.order.kind];
    return now === undefined || now.key !== submission.key || isOpen(now);
  }

  #change(submission: Submission, change: (now: Submission) => Submission): void {
    const now = this.#store.value[submission.order.kind];
    if (now !== undefined && this.#isCurrent(submission)) this.#keep(change(now));
  }

  #keep(submission: Submission): void {
    this.#store.update((all) => ({ ...all, [submission.order.kind]: submission }));
    save(this.#store.value);
  }

  #forget(submission: Submission): void {
    if (!this.#isCurrent(submission)) return;
    this.#store.update((all) =>
      Object.fromEntries(Object.entries(all).filter(([kind]) => kind !== submission.order.kind)),
    );
    save(this.#store.value);
  }
}

function save(submissions: Submissions): void {
  const open = Object.entries(submissions).filter(([, submission]) => isOpen(submission));
  localStorage.setItem(STORAGE_KEY, JSON.stringify(Object.fromEntries(open)));
}

function saved(): Submissions {
  try {
    return JSON.parse(localStorage.getItem(STORAGE_KEY) ?? "{}") as Submissions;
  } catch {
    return {};
  }
}
