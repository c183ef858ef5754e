/** What a job is to this page: the shapes that the service sends, and nothing that it does not. */

export type State = "queued" | "running" | "retrying" | "cancelling" | "paused" | "ended";
export type Outcome = "succeeded" | "partial" | "failed" | "cancelled";
export type PhaseState = "waiting" | "running" | "done" | "failed" | "skipped";
export type EndState = "succeeded" | "failed" | "skipped";

export interface Phase {
  readonly id: string;
  readonly title: string;
  readonly state: PhaseState;
  readonly done: number;
  readonly total: number | null;
  readonly started: string | null;
  readonly finished: string | null;
}

/**
 * Items by what has become of them; `total` is null until it is known, and `grown` is how many of it came to light later.
 * What was `rolled_back` had succeeded and counts as not attempted.
 */
export interface Counts {
  readonly total: number | null;
  readonly processed: number;
  readonly succeeded: number;
  readonly failed: number;
  readonly skipped: number;
  readonly rolled_back: number;
  readonly grown: number;
}

/** A group of items that failed, or were skipped, for one cause. `retryable`: another try may go well as it is. */
export interface CauseGroup {
  readonly cause: string;
  readonly state: "failed" | "skipped";
  readonly count: number;
  readonly retryable: boolean;
  readonly remedy: string;
}

/**
 * Items that wait for, or are in, an attempt after the first; `waiting` of them wait. `whole`: the job as a whole is taken
 * up again at `next`.
 */
export interface Retry {
  readonly items: number;
  readonly waiting: number;
  readonly attempt: number;
  readonly max: number;
  readonly next: string | null;
  readonly whole: boolean;
}

/** Why a job waits, and behind how many; `expected_start` is null where nobody can tell. */
export interface Queue {
  readonly ahead: number;
  readonly reason: string;
  readonly expected_start: string | null;
}

/** Why a job stands still; `until` is null where nobody can tell. */
export interface Pause {
  readonly reason: string;
  readonly until: string | null;
}

/** Items that succeeded on an attempt after the first, and the last attempt on which one did. */
export interface Won {
  readonly items: number;
  readonly attempt: number;
}

/** What a person can have done to a job. */
export type Doing = "cancel" | "retry-failed" | "rerun" | "continue";

/** What can be done to the job now, each with the number of items that it touches; null where nobody knows. */
export type Actions = Readonly<Partial<Record<Doing, { readonly items: number | null }>>>;

/**
 * What a cancellation would do: stop after the item in hand or at once, keep what is done or take it back. From the start of
 * the phase `forbidden_from` on there is none. `asked` is when somebody asked for one.
 */
export interface Cancellation {
  readonly mode: "after-current-step" | "immediate";
  readonly keeps: "done" | "nothing";
  readonly forbidden_from: string | null;
  readonly asked: string | null;
}

/** A run of the job before its newest one, as it ended. */
export interface EarlierRun {
  readonly run: number;
  readonly outcome: Outcome | null;
  readonly created: string;
  readonly finished: string | null;
  readonly total: number | null;
  readonly succeeded: number;
  readonly failed: number;
  readonly skipped: number;
}

/** One item that failed or was skipped. */
export interface ProblemItem {
  readonly id: string;
  readonly name: string;
  readonly state: "failed" | "skipped";
  readonly cause: string;
}

/** The job as the service's job document tells it. Times are RFC 3339; `version` is the number of its last event. */
export interface JobDocument {
  readonly id: string;
  readonly kind: string;
  readonly title: string;
  readonly noun: string;
  readonly state: State;
  readonly outcome: Outcome | null;
  readonly run: number;
  readonly version: number;
  readonly created: string;
  readonly started: string | null;
  readonly finished: string | null;
  readonly queue: Queue | null;
  readonly paused: Pause | null;
  readonly phases: readonly Phase[];
  readonly counts: Counts;
  readonly causes: readonly CauseGroup[];
  readonly retry: Retry | null;
  readonly won: Won | null;
  readonly kept: number | null;
  readonly cancellation: Cancellation;
  readonly actions: Actions;
  readonly earlier: readonly EarlierRun[];
  readonly children: readonly string[];
}

/** One item's automatic retry: the attempt that it is in, or `waits` for; `next` is null where the moment is not known. */
export interface RetryingItem {
  readonly attempt: number;
  readonly waits: boolean;
  readonly next: string | null;
}

/**
 * The job as this page keeps it: the document, and what events have told beside it. A document says how many items are
 * being retried but not which, so after one that says "some", `retrying` is null: not known. `lastAttempt` is the highest
 * attempt that was told of the run, and `triedUntil` when it was last to be seen that it tries again, in ms; null before.
 * `asked` is what the person has asked for and nobody has confirmed.
 */
export interface Job extends JobDocument {
  readonly maxAttempts: number;
  readonly lastAttempt: number;
  readonly triedUntil: number | null;
  readonly asked: Doing | null;
  readonly retrying: Readonly<Record<string, RetryingItem>> | null;
  readonly problems: Readonly<Record<string, ProblemItem>>;
}

/** A document taken in for the first time, or in place of an older one. */
export function jobFrom(document: JobDocument): Job {
  return {
    ...document,
    maxAttempts: document.retry?.max ?? 1,
    lastAttempt: Math.max(document.retry?.attempt ?? 1, document.won?.attempt ?? 1),
    triedUntil: null,
    asked: null,
    retrying: document.retry === null ? {} : null,
    problems: {},
  };
}

/** The phases that are running now; several where a job has branches. */
export function currentPhases(job: Job): readonly Phase[] {
  return job.phases.filter((phase) => phase.state === "running");
}

/** Whether somebody is at work on the job: not while it waits, stands still, or has ended. */
export function isAtWork(job: Job): boolean {
  const working = job.state === "running" || job.state === "retrying" || job.state === "cancelling";
  return working && job.retry?.whole !== true;
}

/** The run as it ended, once another one has taken its place. */
export function earlierRun({ run, outcome, created, finished, counts }: Job): EarlierRun {
  const { total, succeeded, failed, skipped } = counts;
  return { run, outcome, created, finished, total, succeeded, failed, skipped };
}

/** Whether it is to be seen that items are tried again: not while nothing is tried, nor where nothing will be any more. */
export function triesAgain(job: Job): boolean {
  return job.retry !== null && (job.state === "running" || job.state === "retrying");
}

/** Whether the job's run is over. */
export function hasEnded(job: Job): boolean {
  return job.state === "ended";
}
