/** Carries wishes out: sends, waits, sends again with the same key, and remembers across reloads what is open. */

import { type Job, jobFrom } from "./job";
import type { Network, SubmitAnswer, Upload } from "./network";
import type { Store } from "./store";
import {
  afterLater,
  afterLongWait,
  afterNoAnswer,
  afterRefusal,
  beginSubmission,
  isOpen,
  outlivesPage,
  slotOf,
  type Submission,
  type Submissions,
  type Wish,
  withoutSubmission,
  withSubmission,
} from "./submission";

/** Said before the ten seconds are over after which a person gives up. */
export const LONG_WAIT_MS = 8_000;
const ASK_AGAIN_MS = 1_000;
const STORED = "wish/";

/** What comes of wishes. */
export interface Outcomes {
  /** The job as it was when the wish was accepted; `afterTrouble` says that an earlier answer had been lost. */
  readonly accepted: (job: Job, submission: Submission, afterTrouble: boolean) => void;
  /** What is in the file that is chosen. */
  readonly kept: (upload: Upload) => void;
}

export class Submitter {
  readonly #network: Network;
  readonly #store: Store<Submissions>;
  readonly #outcomes: Outcomes;
  readonly #waits = new Set<() => void>();

  constructor(network: Network, store: Store<Submissions>, outcomes: Outcomes) {
    this.#network = network;
    this.#store = store;
    this.#outcomes = outcomes;
  }

  /** Take up again what was open when the page was last left, and go on at once when the network returns. */
  start(): void {
    window.addEventListener("online", () => this.#waits.forEach((goOn) => goOn()));
    this.#store.update(() => stored());
    Object.values(this.#store.value).forEach((submission) => void this.#send(submission));
  }

  /** The person wants something. */
  press(wish: Wish): void {
    const current = this.#store.value[slotOf(wish)];
    const submission = beginSubmission(current, wish, crypto.randomUUID());
    if (submission === current) return;
    this.#store.update((all) => withSubmission(all, submission));
    store(submission);
    void this.#send(submission);
  }

  /** The person wants nothing of that any more. What is on its way cannot be called back, and comes to nothing. */
  drop(slot: string): void {
    const submission = this.#store.value[slot];
    if (submission !== undefined) this.#forget(submission);
  }

  async #send(submission: Submission): Promise<void> {
    const { wish, key } = submission;
    const longWait = setTimeout(() => this.#change(submission, afterLongWait), LONG_WAIT_MS);
    let attempts = 1;
    let answer = await this.#network.submit(wish, key);
    while (answer.is === "unanswered" || answer.is === "later") {
      this.#change(submission, answer.is === "later" ? afterLater : afterNoAnswer);
      if (!this.#isOpen(submission) || this.#isPutAside(submission)) break;
      await this.#wait(answer.is === "later" ? answer.afterMs : ASK_AGAIN_MS);
      attempts += 1;
      answer = await this.#network.submit(wish, key);
    }
    clearTimeout(longWait);
    this.#settle(submission, answer, attempts > 1);
  }

  #settle(submission: Submission, answer: SubmitAnswer, afterTrouble: boolean): void {
    if (answer.is === "refused") this.#change(submission, (now) => afterRefusal(now, answer.refusal));
    if (answer.is !== "accepted" && answer.is !== "kept") return;
    const now = this.#current(submission);
    if (now !== undefined) this.#forget(now);
    if (answer.is === "accepted") this.#outcomes.accepted(jobFrom(answer.job), now ?? submission, afterTrouble);
    else if (now !== undefined) this.#outcomes.kept(answer.upload);
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

  /** The wish as it stands now; undefined where another one has taken its place. */
  #current(submission: Submission): Submission | undefined {
    const now = this.#store.value[slotOf(submission.wish)];
    return now?.key === submission.key ? now : undefined;
  }

  #isOpen(submission: Submission): boolean {
    const now = this.#current(submission);
    return now === undefined || isOpen(now);
  }

  /** Whether it is a file that the person has not chosen any more. */
  #isPutAside(submission: Submission): boolean {
    return submission.wish.do === "upload" && this.#current(submission) === undefined;
  }

  #change(submission: Submission, change: (now: Submission) => Submission): void {
    const now = this.#current(submission);
    if (now === undefined) return;
    const changed = change(now);
    this.#store.update((all) => ({ ...all, [slotOf(changed.wish)]: changed }));
    store(changed);
  }

  #forget(submission: Submission): void {
    this.#store.update((all) => withoutSubmission(all, submission));
    localStorage.removeItem(STORED + slotOf(submission.wish));
  }
}

/** Each wish by itself: another tab has wishes of its own there. */
function store(submission: Submission): void {
  const place = STORED + slotOf(submission.wish);
  if (outlivesPage(submission)) localStorage.setItem(place, JSON.stringify(submission));
  else localStorage.removeItem(place);
}

function stored(): Submissions {
  const places = Object.keys(localStorage)
    .filter((place) => place.startsWith(STORED))
    .sort();
  return Object.fromEntries(places.flatMap((place) => read(place)).map((one) => [slotOf(one.wish), one]));
}

function read(place: string): Submission[] {
  try {
    return [JSON.parse(localStorage.getItem(place) ?? "") as Submission];
  } catch {
    return [];
  }
}
