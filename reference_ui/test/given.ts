/** Jobs and events for tests: what differs from the usual is said, nothing else. */

import type { EventData, EventKind, JobEvent } from "../src/events";
import { type Counts, type Job, type JobDocument, jobFrom, type Retry } from "../src/job";
import { type JobsState, NOTHING_KNOWN } from "../src/reducer";

export const START = "2026-01-05T09:00:00.000Z";

/** The moment so many seconds after the start, as the service writes it. */
export function at(seconds: number): string {
  return new Date(Date.parse(START) + seconds * 1000).toISOString();
}

/** A publish job of 28 items that is running in its last phase. */
export function document(differs: Partial<JobDocument> = {}): JobDocument {
  const phase = { done: 0, total: 28, started: null, finished: null } as const;
  return {
    ...{ id: "publish", kind: "publish", title: "Publish 28 items", noun: "item", state: "running", outcome: null },
    ...{ run: 1, version: 10, created: at(0), started: at(1), finished: null, queue: null, causes: [], retry: null },
    ...{ paused: null, won: null, kept: null, earlier: [], children: [] },
    cancellation: { mode: "after-current-step", keeps: "done", forbidden_from: null, asked: null },
    actions: { cancel: { items: 28 } },
    phases: [
      { ...phase, id: "validate", title: "Validate", state: "done", done: 28, started: at(1), finished: at(4) },
      { ...phase, id: "publish", title: "Publish", state: "running", started: at(4) },
    ],
    counts: counts(),
    ...differs,
  };
}

/** Counts of 28 items, with nothing done. */
export function counts(differs: Partial<Counts> = {}): Counts {
  return { total: 28, processed: 0, succeeded: 0, failed: 0, skipped: 0, rolled_back: 0, grown: 0, ...differs };
}

/** Four items in their second attempt. */
export function retry(differs: Partial<Retry> = {}): Retry {
  return { items: 4, waiting: 0, attempt: 2, max: 3, next: null, whole: false, ...differs };
}

/** The same as the page keeps it. */
export function job(differs: Partial<JobDocument> = {}): Job {
  return jobFrom(document(differs));
}

/** What is known when these jobs were just loaded. */
export function knowing(...jobs: JobDocument[]): JobsState {
  const lastEvent = Math.max(0, ...jobs.map((one) => one.version));
  const known = Object.fromEntries(jobs.map((one) => [one.id, jobFrom(one)]));
  return { ...NOTHING_KNOWN, loaded: true, jobs: known, lastEvent, asOf: Date.parse(at(10)), loadedAsOf: 0 };
}

/** One event of the publish job. */
export function event(kind: EventKind, seq: number, data: Partial<EventData> = {}, id = "publish"): JobEvent {
  return { kind, seq, time: at(10 + seq), job: id, data: { run: 1, ...data } };
}
