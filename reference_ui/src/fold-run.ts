/** How events of a run and of its phases change a job. */

import type { JobEvent } from "./events";
import { goneOn, unlessCancelling, workingState } from "./fold-retry";
import { type Cancellation, type Counts, earlierRun, type Job, jobFrom, type Phase } from "./job";

/** What holds where the service does not say it. */
const USUAL: Cancellation = { mode: "after-current-step", keeps: "done", forbidden_from: null, asked: null };

/** A job as it is when it was just accepted; also the next run of a job that is known. */
export function jobAccepted(event: JobEvent, known?: Job): Job {
  const {
    kind = "",
    title = "",
    noun = "",
    total = null,
    phases = [],
    run,
    max_attempts: maxAttempts = 1,
    cancellation = USUAL,
    actions = {},
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
      paused: null,
      retry: null,
      causes: [],
      won: null,
      kept: null,
      children: [],
    } as const),
    cancellation,
    actions,
    earlier: known === undefined || known.run >= run ? [] : [...known.earlier, earlierRun(known)],
    phases: phases.map((phase) => ({ ...phase, ...waiting })),
    counts: { total, processed: 0, succeeded: 0, failed: 0, skipped: 0, rolled_back: 0, grown: 0 },
  };
  return { ...jobFrom(document), maxAttempts };
}

/** The run waits for a worker: for its first, or again. */
export function runQueued(job: Job, event: JobEvent): Job {
  return { ...queueMoved(job, event), state: unlessCancelling(job, "queued") };
}

/** Its place in the queue, the reason, or what can be expected has changed. */
export function queueMoved(job: Job, event: JobEvent): Job {
  const { ahead = 0, reason = "", expected_start = null } = event.data;
  return { ...job, queue: { ahead, reason, expected_start } };
}

/** A worker has taken the run up; where it is not the first, the run began with the first. */
export function runStarted(job: Job, event: JobEvent): Job {
  const state = unlessCancelling(job, workingState(job));
  return { ...job, state, started: job.started ?? event.time, queue: null };
}

/** The run stands still. */
export function runPaused(job: Job, event: JobEvent): Job {
  const { reason = "", until = null } = event.data;
  return { ...job, state: unlessCancelling(job, "paused"), paused: { reason, until } };
}

/** The run goes on. */
export function runResumed(job: Job): Job {
  return goneOn({ ...job, paused: null });
}

/** The run is without a worker, and waits to be taken up again. */
export function workerLost(job: Job): Job {
  return { ...job, state: unlessCancelling(job, "queued"), paused: null };
}

/** The run has started another job. */
export function jobSpawned(job: Job, event: JobEvent): Job {
  const { child } = event.data;
  return child === undefined ? job : { ...job, children: [...job.children, child] };
}

/** Somebody has asked to cancel the run, and was heard. */
export function runCancelling(job: Job, event: JobEvent): Job {
  return { ...job, state: "cancelling", cancellation: { ...job.cancellation, asked: event.time } };
}

/** The run is over; the event brings the final counts. */
export function runEnded(job: Job, event: JobEvent): Job {
  const { outcome = null, succeeded = 0, failed = 0, skipped = 0, kept = null } = event.data;
  const counts = { ...job.counts, processed: succeeded + failed + skipped, succeeded, failed, skipped };
  const nothing = { queue: null, paused: null, retry: null, retrying: {} };
  return { ...job, ...nothing, state: "ended", outcome, counts, kept, finished: event.time };
}

/** A phase began, with as many items as are now known. */
export function phaseStarted(job: Job, event: JobEvent): Job {
  const total = event.data.total ?? null;
  const started = job.phases.find((phase) => phase.id === event.data.phase)?.started ?? event.time;
  const begun = withPhase(job, event, { state: "running", total, started });
  return job.counts.total === null && total !== null ? withTotal(begun, total) : begun;
}

/** It is known by now how many items there are, or there are more. What the last phase gets more, the job has more. */
export function phaseTotal(job: Job, event: JobEvent): Job {
  const { total = null } = event.data;
  const phase = job.phases.find((one) => one.id === event.data.phase);
  if (phase === undefined || total === null) return job;
  const known = withPhase(job, event, { total });
  if (phase !== job.phases.at(-1)) return known;
  const before = phase.started === null ? null : phase.total;
  return withTotal(known, before === null || job.counts.total === null ? total : job.counts.total + total - before);
}

/** One more item has passed through a phase. */
export function phaseAdvanced(job: Job, event: JobEvent): Job {
  return event.data.done === undefined ? job : withPhase(job, event, { done: event.data.done });
}

/** A phase is over. */
export function phaseEnded(job: Job, event: JobEvent): Job {
  return withPhase(job, event, { state: event.data.state ?? "done", finished: event.time });
}

function withTotal(job: Job, total: number): Job {
  const { counts } = job;
  const counted: Counts = { ...counts, total, grown: counts.total === null ? 0 : counts.grown + total - counts.total };
  const changed = { ...job, counts: counted };
  return job.state === "running" || job.state === "retrying" ? { ...changed, state: workingState(changed) } : changed;
}

function withPhase(job: Job, event: JobEvent, change: Partial<Phase>): Job {
  const changed = (phase: Phase): Phase => (phase.id === event.data.phase ? { ...phase, ...change } : phase);
  return { ...job, phases: job.phases.map(changed) };
}
