/** How automatic retries change a job: of single items, and of the job as a whole. */

import type { JobEvent } from "./events";
import { type Job, type Retry, type RetryingItem, type State, triesAgain } from "./job";

export type Retrying = Readonly<Record<string, RetryingItem>>;

/** The job with these items in retry; null where nobody here knows which they are. */
export function withRetrying(job: Job, retrying: Retrying | null): Job {
  if (retrying === null || (retrying === job.retrying && job.retry === null)) return job;
  const retry = retrySummary(retrying, job.maxAttempts);
  const changed = { ...job, retrying, retry, lastAttempt: Math.max(job.lastAttempt, retry?.attempt ?? 1) };
  return isWorking(job) ? { ...changed, state: workingState(changed) } : changed;
}

/** The round is over, and what has not succeeded waits: the job as a whole is taken up again at a moment. */
export function wholeRetrying(job: Job, event: JobEvent): Job {
  const { items = 1, attempt = 2, max = job.maxAttempts, next = null } = event.data;
  const retry = { items, waiting: items, attempt, max, next, whole: true };
  const lastAttempt = Math.max(job.lastAttempt, attempt);
  return { ...job, retry, maxAttempts: max, lastAttempt, state: unlessCancelling(job, "retrying") };
}

/** The job as it is now, with a note of when it was last to be seen that it tries again. */
export function noteTrying(before: Job, now: Job, atMs: number): Job {
  return triesAgain(before) && !triesAgain(now) ? { ...now, triedUntil: atMs } : now;
}

/** The job goes on: after a pause, or with all that waited for it to be taken up again. */
export function goneOn(job: Job): Job {
  const retry = job.retrying === null ? job.retry : retrySummary(job.retrying, job.maxAttempts);
  const going = { ...job, retry: retry && { ...retry, whole: false } };
  return { ...going, state: unlessCancelling(job, workingState(going)) };
}

/** "Retrying" where nothing is left to do but to wait for what is tried again; else "running". */
export function workingState(job: Job): State {
  if (job.retry?.whole === true) return "retrying";
  const items = Object.values(job.retrying ?? {});
  const timed = items.filter((item) => item.next !== null).length;
  const left = job.counts.total === null ? null : job.counts.total - job.counts.processed;
  return timed > 0 && timed === left ? "retrying" : "running";
}

/** Whatever happens to a job that is being cancelled, it is being cancelled until it ends. */
export function unlessCancelling(job: Job, state: State): State {
  return job.state === "cancelling" ? job.state : state;
}

function isWorking(job: Job): boolean {
  return job.state === "running" || job.state === "retrying";
}

function retrySummary(retrying: Retrying, max: number): Retry | null {
  const items = Object.values(retrying);
  if (items.length === 0) return null;
  const soonest = items.filter((item) => item.next !== null).sort(byNext)[0];
  const attempt = soonest?.attempt ?? attemptOf(items);
  const waiting = items.filter((item) => item.waits).length;
  return { items: items.length, waiting, attempt, max, next: soonest?.next ?? null, whole: false };
}

/** The attempt in hand; where there is none, the one that comes first. */
function attemptOf(items: readonly RetryingItem[]): number {
  const trying = items.filter((item) => !item.waits).map((item) => item.attempt);
  return trying.length > 0 ? Math.max(...trying) : Math.min(...items.map((item) => item.attempt));
}

function byNext(one: RetryingItem, other: RetryingItem): number {
  return (one.next ?? "").localeCompare(other.next ?? "") || one.attempt - other.attempt;
}
