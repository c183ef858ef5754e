/**
 * One wish of the person – start a job, cancel it, retry what failed, run it again, let it go on – from the press of the
 * button until it is known what became of it.
 *
 * The key belongs to the wish, not to the request: whatever is lost on the way, asking again with the same key can never
 * do it a second time.
 */

import type { Doing } from "./job";
import type { Order, Refusal } from "./network";

/** What the person wants: a job, a file looked at for one, or something of the run of a job that they see. */
export type Wish =
  | { readonly do: "submit"; readonly order: Order }
  | { readonly do: "upload"; readonly file: File }
  | { readonly do: Doing; readonly job: string; readonly run: number };

/** sending: on its way. waiting: still no answer after a while. unanswered: a request ended with no answer at all. */
export type SubmissionPhase = "sending" | "waiting" | "unanswered" | "refused";

/** `alone`: no other job was asked for while this wish was open. */
export interface Submission {
  readonly wish: Wish;
  readonly key: string;
  readonly phase: SubmissionPhase;
  readonly attempt: number;
  readonly alone: boolean;
  readonly refusal: Refusal | null;
}

/** What the person has asked for, by slot: at most one wish is open in each. */
export type Submissions = Readonly<Record<string, Submission>>;

/** Where the wish for a file is. */
export const FILE_SLOT = "upload";

/** Wishes of one slot are the same wish: a job of one kind, one thing done to one run, the one file that is chosen. */
export function slotOf(wish: Wish): string {
  if (wish.do === "upload") return FILE_SLOT;
  return wish.do === "submit" ? `submit/${wish.order.kind}` : `${wish.do}/${wish.job}/${wish.run}`;
}

/**
 * The person presses the button. A wish whose outcome is not known yet stays the one wish, however often they press; another
 * file takes the place of the one before.
 */
export function beginSubmission(current: Submission | undefined, wish: Wish, freshKey: string): Submission {
  if (current !== undefined && isOpen(current) && wish.do !== "upload") return current;
  return { wish, key: freshKey, phase: "sending", attempt: 1, alone: true, refusal: null };
}

/** A request ended without an answer: nobody here knows whether it was heard, so nothing is claimed. */
export function afterNoAnswer(submission: Submission): Submission {
  return { ...submission, phase: "unanswered", attempt: submission.attempt + 1 };
}

/** An answer came that decides nothing yet: ask again. */
export function afterLater(submission: Submission): Submission {
  return { ...submission, attempt: submission.attempt + 1 };
}

/** The service said no. */
export function afterRefusal(submission: Submission, refusal: Refusal): Submission {
  return { ...submission, phase: "refused", refusal };
}

/** So long without an answer that the person should hear that it is still on its way. */
export function afterLongWait(submission: Submission): Submission {
  return submission.phase === "sending" ? { ...submission, phase: "waiting" } : submission;
}

/** Whether it is still open what became of it. */
export function isOpen(submission: Submission): boolean {
  return submission.phase !== "refused";
}

/** All wishes after one more was begun: jobs that are asked for at the same time have company, all of them. */
export function withSubmission(all: Submissions, submission: Submission): Submissions {
  const others = Object.entries(all).filter(([slot, one]) => slot !== slotOf(submission.wish) && opensJob(one));
  const begun = { ...all, [slotOf(submission.wish)]: submission };
  if (!opensJob(submission) || others.length === 0) return begun;
  const together = [...others, [slotOf(submission.wish), submission] as const];
  return { ...begun, ...Object.fromEntries(together.map(([slot, one]) => [slot, { ...one, alone: false }])) };
}

/** All wishes but that one. */
export function withoutSubmission(all: Submissions, submission: Submission): Submissions {
  return Object.fromEntries(Object.entries(all).filter(([slot]) => slot !== slotOf(submission.wish)));
}

/** Whether it can be taken up again after a reload: a file is gone then. */
export function outlivesPage(submission: Submission): boolean {
  return isOpen(submission) && submission.wish.do !== "upload";
}

function opensJob(submission: Submission): boolean {
  return submission.wish.do === "submit" && isOpen(submission);
}
