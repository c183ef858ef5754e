/** Everything that this page knows of jobs, and how each thing that it hears changes that. Pure functions only. */

import { EVENT_KINDS, type JobEvent } from "./events";
import { blursRetry, itemEnded, itemInterrupted, itemResumed, itemRetrying, itemRolledBack } from "./fold-item";
import { noteTrying, wholeRetrying } from "./fold-retry";
import {
  jobAccepted,
  jobSpawned,
  phaseAdvanced,
  phaseEnded,
  phaseStarted,
  phaseTotal,
  queueMoved,
  runCancelling,
  runEnded,
  runPaused,
  runQueued,
  runResumed,
  runStarted,
  workerLost,
} from "./fold-run";
import { type Job, type JobDocument, jobFrom, type ProblemItem } from "./job";

/**
 * `loaded` is false until the service has said once what jobs there are. `doubtedEvent` is the number of the last event
 * that showed that something was missed, or that could not be worked out: a list that contains it must be fetched; 0 is no
 * doubt. `asOf` is the moment of which all this is true, and `loadedAsOf` that of the last whole list, both in ms.
 */
export interface JobsState {
  readonly loaded: boolean;
  readonly jobs: Readonly<Record<string, Job>>;
  readonly lastEvent: number;
  readonly asOf: number | null;
  readonly loadedAsOf: number | null;
  readonly doubtedEvent: number;
}

/** The service's list of jobs, as it was at `asOf`. */
export interface Snapshot {
  readonly jobs: readonly JobDocument[];
  readonly lastEvent: number;
  readonly asOf: number;
}

export const NOTHING_KNOWN: JobsState = {
  loaded: false,
  jobs: {},
  lastEvent: 0,
  asOf: null,
  loadedAsOf: null,
  doubtedEvent: 0,
};

/** The version of what belongs to a count of events that is over: older than any other. */
const UNNUMBERED = -1;

/** An event of the stream. One that is already contained in what is known changes nothing. */
export function applyEvent(state: JobsState, event: JobEvent): JobsState {
  const missed = state.lastEvent > 0 && event.seq > state.lastEvent + 1;
  const heard: JobsState = {
    ...state,
    lastEvent: Math.max(state.lastEvent, event.seq),
    asOf: Math.max(state.asOf ?? 0, Date.parse(event.time)),
    doubtedEvent: missed ? event.seq : state.doubtedEvent,
  };
  const job = state.jobs[event.job];
  if (event.kind === "job.accepted") return addJob(heard, jobAccepted(event, job));
  if (job === undefined || event.data.run > job.run) return { ...heard, doubtedEvent: event.seq };
  if (event.seq <= job.version || event.data.run < job.run) return heard;
  const { actions = job.actions } = event.data;
  const changed = noteTrying(job, { ...foldEvent(job, event), actions, version: event.seq }, Date.parse(event.time));
  const doubtedEvent = isUnclear(job, event) ? event.seq : heard.doubtedEvent;
  return { ...heard, doubtedEvent, jobs: { ...heard.jobs, [job.id]: changed } };
}

/** Whether the event does to the job what cannot be worked out here; of a kind that is not known, nothing can. */
function isUnclear(job: Job, event: JobEvent): boolean {
  return !EVENT_KINDS.includes(event.kind) || blursRetry(job, event);
}

/** What an event does to its job; one of a kind that this page does not know leaves it as it is. */
export function foldEvent(job: Job, event: JobEvent): Job {
  switch (event.kind) {
    case "job.accepted":
      return jobAccepted(event);
    case "job.spawned":
      return jobSpawned(job, event);
    case "run.queued":
      return runQueued(job, event);
    case "queue.moved":
      return queueMoved(job, event);
    case "run.started":
      return runStarted(job, event);
    case "run.paused":
      return runPaused(job, event);
    case "run.resumed":
      return runResumed(job);
    case "run.retrying":
      return wholeRetrying(job, event);
    case "worker.lost":
      return workerLost(job);
    case "phase.started":
      return phaseStarted(job, event);
    case "phase.advanced":
      return phaseAdvanced(job, event);
    case "phase.total":
      return phaseTotal(job, event);
    case "phase.ended":
      return phaseEnded(job, event);
    case "item.retrying":
      return itemRetrying(job, event);
    case "item.resumed":
      return itemResumed(job, event);
    case "item.interrupted":
      return itemInterrupted(job, event);
    case "item.rolled_back":
      return itemRolledBack(job, event);
    case "item.succeeded":
      return itemEnded(job, event, "succeeded");
    case "item.failed":
      return itemEnded(job, event, "failed");
    case "item.skipped":
      return itemEnded(job, event, "skipped");
    case "run.cancelling":
      return runCancelling(job, event);
    case "run.ended":
      return runEnded(job, event);
    default:
      return job;
  }
}

/** The list with which a stream begins, or which was fetched to catch up with what was missed. */
export function applySnapshot(state: JobsState, snapshot: Snapshot): JobsState {
  return takeList(state, snapshot);
}

/** The list as it is asked for again and again where there is no stream. */
export function applyPolled(state: JobsState, snapshot: Snapshot): JobsState {
  return takeList(state, snapshot);
}

/** A heartbeat: nothing has changed up to this moment, unless there were events that this page has not heard of. */
export function applyHeartbeat(state: JobsState, time: string, lastEvent: number): JobsState {
  if (lastEvent > state.lastEvent) return { ...state, doubtedEvent: lastEvent };
  return { ...state, asOf: Math.max(state.asOf ?? 0, Date.parse(time)) };
}

/** A job that was just accepted, unless more is known of it already. */
export function addJob(state: JobsState, job: Job): JobsState {
  return { ...state, jobs: { ...state.jobs, [job.id]: newer(state.jobs[job.id], job) } };
}

/** Failed or skipped items of a job, as fetched by name. */
export function applyProblems(state: JobsState, jobId: string, items: readonly ProblemItem[]): JobsState {
  const job = state.jobs[jobId];
  if (job === undefined) return state;
  const fetched = Object.fromEntries(items.map((item) => [item.id, item]));
  return { ...state, jobs: { ...state.jobs, [jobId]: { ...job, problems: { ...fetched, ...job.problems } } } };
}

/** Take a whole list in; nothing that is known ever gets older by it, unless the service counts its events anew. */
export function takeList(state: JobsState, snapshot: Snapshot): JobsState {
  return countsAnew(state, snapshot) ? addList(forgetNumbers(state), snapshot) : addList(state, snapshot);
}

/**
 * A list that was asked for after all that is known, and ends before it: the service was started again. It may have
 * counted past the last number by now, but not past that of every job.
 */
function countsAnew(state: JobsState, { jobs, lastEvent, asOf }: Snapshot): boolean {
  if (state.asOf === null || asOf < state.asOf) return false;
  const heard = (id: string): number => state.jobs[id]?.version ?? 0;
  return (
    lastEvent < state.lastEvent || jobs.some(({ id, version }) => version < heard(id) && heard(id) <= state.lastEvent)
  );
}

/** What is known, with the numbers of a count that is over taken away. */
function forgetNumbers(state: JobsState): JobsState {
  const jobs = Object.values(state.jobs).map((job): [string, Job] => [job.id, { ...job, version: UNNUMBERED }]);
  return { ...state, jobs: Object.fromEntries(jobs), lastEvent: 0, doubtedEvent: 0 };
}

function addList(state: JobsState, { jobs, lastEvent, asOf }: Snapshot): JobsState {
  const taken = jobs.map((document): [string, Job] => {
    const known = state.jobs[document.id];
    const heard = newer(known, jobFrom(document));
    return [document.id, known === undefined || known.run !== heard.run ? heard : noteTrying(known, heard, asOf)];
  });
  return {
    loaded: true,
    jobs: { ...state.jobs, ...Object.fromEntries(taken) },
    lastEvent: Math.max(state.lastEvent, lastEvent),
    asOf: Math.max(state.asOf ?? 0, asOf),
    loadedAsOf: Math.max(state.loadedAsOf ?? 0, asOf),
    doubtedEvent: state.doubtedEvent > lastEvent ? state.doubtedEvent : 0,
  };
}

function newer(known: Job | undefined, heard: Job): Job {
  if (known === undefined || heard.run > known.run) return heard;
  if (heard.run < known.run || heard.version < known.version) return known;
  return {
    ...heard,
    maxAttempts: Math.max(heard.maxAttempts, known.maxAttempts),
    lastAttempt: Math.max(heard.lastAttempt, known.lastAttempt),
    triedUntil: known.triedUntil,
    retrying: heard.version === known.version ? known.retrying : heard.retrying,
    problems: known.problems,
  };
}
