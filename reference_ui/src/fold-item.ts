/** How events of single items change a job: counts, causes, problem items and automatic retries. */

import type { EventData, JobEvent } from "./events";
import type { CauseGroup, Counts, EndState, Job, Phase, Retry, RetryingItem, State } from "./job";

type Retrying = Readonly<Record<string, RetryingItem>>;

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
    phases: job.phases.map((phase) => (phase.id === data.phase ? advanced(phase) : phase)),
    ...(end === "succeeded" ? {} : problemsWith(job, data, end)),
  };
  return withRetrying(counted, job.retrying && without(job.retrying, data.item ?? ""));
}

/** An item's attempt failed; it will be tried again by itself. */
export function itemRetrying(job: Job, event: JobEvent): Job {
  const { item = "", attempt = 2, next = null, max = job.maxAttempts } = event.data;
  return withRetrying({ ...job, maxAttempts: max }, job.retrying && { ...job.retrying, [item]: { attempt, next } });
}

/** An item that waited for another attempt is now in it. */
export function itemResumed(job: Job, event: JobEvent): Job {
  const { item = "", attempt = 2 } = event.data;
  return withRetrying(job, job.retrying && { ...job.retrying, [item]: { attempt, next: null } });
}

/**
 * Whether the event moves retries of which this page does not know the items: what `retry` says must then be fetched.
 */
export function blursRetry(job: Job, event: JobEvent): boolean {
  if (job.retrying !== null || !event.kind.startsWith("item.")) return false;
  const again = event.data.attempt === undefined || event.data.attempt > 1;
  return again || onlyRetriesLeft(job);
}

function onlyRetriesLeft(job: Job): boolean {
  return job.counts.total !== null && job.retry !== null && job.counts.total - job.counts.processed <= job.retry.items;
}

function advanced(phase: Phase): Phase {
  return { ...phase, done: phase.done + 1 };
}

function problemsWith(job: Job, data: EventData, state: "failed" | "skipped"): Pick<Job, "causes" | "problems"> {
  const { item = "", name = item, cause = "", remedy = "" } = data;
  return {
    causes: groupedWith(job.causes, { cause, state, count: 1, remedy }),
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

/** The job with these items in retry. It is "retrying" while nothing else is left to do than to wait for them. */
function withRetrying(job: Job, retrying: Retrying | null): Job {
  if (retrying === null || (retrying === job.retrying && job.retry === null)) return job;
  return { ...job, retrying, retry: retrySummary(retrying, job.maxAttempts), state: stateWith(job, retrying) };
}

function stateWith(job: Job, retrying: Retrying): State {
  if (job.state !== "running" && job.state !== "retrying") return job.state;
  const waiting = Object.values(retrying).filter((item) => item.next !== null).length;
  const left = job.counts.total === null ? null : job.counts.total - job.counts.processed;
  return waiting > 0 && waiting === left ? "retrying" : "running";
}

function retrySummary(retrying: Retrying, max: number): Retry | null {
  const items = Object.values(retrying);
  if (items.length === 0) return null;
  const soonest = items.filter((item) => item.next !== null).sort(byNext)[0];
  const attempt = soonest?.attempt ?? Math.max(...items.map((item) => item.attempt));
  return { items: items.length, attempt, max, next: soonest?.next ?? null };
}

function byNext(one: RetryingItem, other: RetryingItem): number {
  return (one.next ?? "").localeCompare(other.next ?? "") || one.attempt - other.attempt;
}
