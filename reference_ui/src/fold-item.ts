/** How events of single items change a job: counts, causes, problem items and automatic retries. */

import type { EventData, JobEvent } from "./events";
import { type Retrying, withRetrying } from "./fold-retry";
import type { CauseGroup, Counts, EndState, Job, Phase, Won } from "./job";

/** The counts after one more item has come to this end. */
export function countItem(counts: Counts, end: EndState): Counts {
  return { ...counts, processed: counts.processed + 1, [end]: counts[end] + 1 };
}

/** An item succeeded, failed or was skipped. */
export function itemEnded(job: Job, event: JobEvent, end: EndState): Job {
  const { data } = event;
  const counted: Job = {
    ...job,
    counts: countItem(job.counts, end),
    phases: job.phases.map((phase) => (phase.id === data.phase ? advanced(phase, 1) : phase)),
    ...(end === "succeeded" ? { won: wonWith(job.won, data.attempt ?? 1) } : problemsWith(job, data, end)),
  };
  return withRetrying(counted, job.retrying && without(job.retrying, data.item ?? ""));
}

/** One more item has succeeded on that attempt; of the first nothing is noted. */
export function wonWith(won: Won | null, attempt: number): Won | null {
  if (attempt < 2) return won;
  return { items: (won?.items ?? 0) + 1, attempt: Math.max(won?.attempt ?? 0, attempt) };
}

/** An item's attempt failed; it will be tried again by itself. */
export function itemRetrying(job: Job, event: JobEvent): Job {
  const { item = "", attempt = 2, next = null, max = job.maxAttempts } = event.data;
  const waiting = job.retrying && { ...job.retrying, [item]: { attempt, next, waits: true } };
  return withRetrying({ ...job, maxAttempts: max }, waiting);
}

/** An item that waited for an attempt is now in it. The first one, taken up again, is no retry. */
export function itemResumed(job: Job, event: JobEvent): Job {
  return inAttempt(job, event, false);
}

/** An attempt was broken off: its item waits until it is taken up again. */
export function itemInterrupted(job: Job, event: JobEvent): Job {
  return inAttempt(job, event, true);
}

/** What had succeeded was undone: it counts as not attempted. */
export function itemRolledBack(job: Job, event: JobEvent): Job {
  const { counts } = job;
  return {
    ...job,
    counts: {
      ...counts,
      processed: counts.processed - 1,
      succeeded: counts.succeeded - 1,
      rolled_back: counts.rolled_back + 1,
    },
    phases: job.phases.map((phase) => (phase.id === event.data.phase ? advanced(phase, -1) : phase)),
  };
}

/**
 * Whether the event moves retries of which this page does not know the items: what `retry` says must then be fetched.
 */
export function blursRetry(job: Job, event: JobEvent): boolean {
  if (job.retrying !== null) return false;
  if (event.kind === "run.resumed") return true;
  if (!event.kind.startsWith("item.")) return false;
  const again = event.data.attempt === undefined || event.data.attempt > 1;
  return again || onlyRetriesLeft(job);
}

function onlyRetriesLeft(job: Job): boolean {
  return job.counts.total !== null && job.retry !== null && job.counts.total - job.counts.processed <= job.retry.items;
}

function inAttempt(job: Job, event: JobEvent, waits: boolean): Job {
  const { item = "", attempt = 2 } = event.data;
  if (job.retrying === null) return job;
  if (attempt < 2) return withRetrying(job, without(job.retrying, item));
  return withRetrying(job, { ...job.retrying, [item]: { attempt, next: null, waits } });
}

function advanced(phase: Phase, by: number): Phase {
  return { ...phase, done: phase.done + by };
}

function problemsWith(job: Job, data: EventData, state: "failed" | "skipped"): Pick<Job, "causes" | "problems"> {
  const { item = "", name = item, cause = "", retryable = false, remedy = "" } = data;
  return {
    causes: groupedWith(job.causes, { cause, state, count: 1, retryable, remedy }),
    problems: { ...job.problems, [item]: { id: item, name, state, cause } },
  };
}

function groupedWith(groups: readonly CauseGroup[], one: CauseGroup): readonly CauseGroup[] {
  const same = (group: CauseGroup): boolean => group.cause === one.cause && group.state === one.state;
  if (!groups.some(same)) return [...groups, one];
  return groups.map((group) => (same(group) ? { ...group, count: group.count + 1 } : group));
}

function without(retrying: Retrying, item: string): Retrying {
  return Object.fromEntries(Object.entries(retrying).filter(([id]) => id !== item));
}
