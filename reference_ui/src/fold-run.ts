/** How events of a run and of its phases change a job. */

import type { JobEvent } from "./events";
import { type Job, jobFrom, type Phase } from "./job";

/** A job as it is when it was just accepted; also the next run of a job that is known. */
export function jobAccepted(event: JobEvent): Job {
  const {
    kind = "",
    title = "",
    noun = "",
    total = null,
    phases = [],
    run,
    max_attempts: maxAttempts = 1,
  } = event.data;
  const waiting = { state: "waiting", done: 0, started: null, finished: null } as const;
  const document = {
    ...{ id: event.job, kind, title, noun, run, version: event.seq, created: event.time },
    ...({
      state: "queued",
      outcome: null,
      started: null,
      finished: null,
      queue: null,
      retry: null,
      causes: [],
    } as const),
    phases: phases.map((phase) => ({ ...phase, ...waiting })),
    counts: { total, processed: 0, succeeded: 0, failed: 0, skipped: 0 },
  };
  return { ...jobFrom(document), maxAttempts };
}

/** The run waits, or has moved up in the queue. */
export function runQueued(job: Job, event: JobEvent): Job {
  return { ...job, queue: { ahead: event.data.ahead ?? 0, reason: event.data.reason ?? "" } };
}

/** A worker has taken the run up. */
export function runStarted(job: Job, event: JobEvent): Job {
  return { ...job, state: "running", started: event.time, queue: null };
}

/** The run is over; the event brings the final counts. */
export function runEnded(job: Job, event: JobEvent): Job {
  const { outcome = null, succeeded = 0, failed = 0, skipped = 0 } = event.data;
  const counts = { ...job.counts, processed: succeeded + failed + skipped, succeeded, failed, skipped };
  return { ...job, state: "ended", outcome, counts, finished: event.time, queue: null, retry: null, retrying: {} };
}

/** A phase began, with as many items as are now known. */
export function phaseStarted(job: Job, event: JobEvent): Job {
  const total = event.data.total ?? null;
  const begun = withPhase(job, event, { state: "running", total, started: event.time });
  return job.counts.total === null ? { ...begun, counts: { ...job.counts, total } } : begun;
}

/** One more item has passed through a phase. */
export function phaseAdvanced(job: Job, event: JobEvent): Job {
  return event.data.done === undefined ? job : withPhase(job, event, { done: event.data.done });
}

/** A phase is over. */
export function phaseEnded(job: Job, event: JobEvent): Job {
  return withPhase(job, event, { state: event.data.state ?? "done", finished: event.time });
}

function withPhase(job: Job, event: JobEvent, change: Partial<Phase>): Job {
  const changed = (phase: Phase): Phase => (phase.id === event.data.phase ? { ...phase, ...change } : phase);
  return { ...job, phases: job.phases.map(changed) };
}
