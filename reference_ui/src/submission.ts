/**
 * One wish of the person to start a job, from the press of the button until it is known what became of it.
 *
 * The key belongs to the wish, not to the request: whatever is lost on the way, asking again with the same key can never
 * start a second job.
 */

import type { Order, Refusal } from "./network";

/** sending: on its way. waiting: still no answer after a while. unanswered: a request ended with no answer at all. */
export type SubmissionPhase = "sending" | "waiting" | "unanswered" | "refused";

export interface Submission {
  readonly order: Order;
  readonly key: string;
  readonly phase: SubmissionPhase;
  readonly attempt: number;
  readonly refusal: Refusal | null;
}

/** The person presses the button. A wish whose outcome is not known yet stays the one wish, however often they press. */
export function beginSubmission(current: Submission | undefined, order: Order, freshKey: string): Submission {
  if (current !== undefined && isOpen(current)) return current;
  return { order, key: freshKey, phase: "sending", attempt: 1, refusal: null };
}

/** A request ended without an answer: nobody here knows whether the job was accepted, so nothing is claimed. */
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
