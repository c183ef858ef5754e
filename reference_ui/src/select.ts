/** Questions that pages ask of what is known of jobs. */

import { type Doing, hasEnded, type Job, type ProblemItem } from "./job";
import type { JobsState } from "./reducer";
import { isOpen, slotOf, type Submission, type Submissions } from "./submission";

/** A job that an address names: not known yet, known not to exist, or here. */
export type Found =
  { readonly is: "loading" } | { readonly is: "missing" } | { readonly is: "here"; readonly job: Job };

/** All jobs, the newest first. */
export function listJobs(state: JobsState): readonly Job[] {
  return Object.values(state.jobs).sort((one, other) => other.created.localeCompare(one.created));
}

/** The job that an address names. Before the first list has come, nothing is said to be missing. */
export function findJob(state: JobsState, jobId: string): Found {
  const job = listJobs(state).find((one) => one.id === jobId);
  if (job !== undefined) return { is: "here", job };
  return { is: state.loaded ? "missing" : "loading" };
}

/** What the person has asked for of the run that they see, whatever became of it. */
export function wishOf(submissions: Submissions, job: Job, doing: Doing): Submission | undefined {
  return submissions[slotOf({ do: doing, job: job.id, run: job.run })];
}

/** All that is known, with what the person has asked for of each job and nobody has confirmed yet. */
export function withAsked(state: JobsState, submissions: Submissions): JobsState {
  const asked = Object.values(state.jobs).flatMap((job) => {
    const doing = DOINGS.find((one) => isAsked(wishOf(submissions, job, one)) && !wasHeard(job, one));
    return doing === undefined ? [] : [[job.id, { ...job, asked: doing }] as const];
  });
  return asked.length === 0 ? state : { ...state, jobs: { ...state.jobs, ...Object.fromEntries(asked) } };
}

const DOINGS: readonly Doing[] = ["cancel", "continue", "retry-failed", "rerun"];

/** Whether the job itself shows that it was done, or that it is too late for it, whatever becomes of the answer. */
function wasHeard(job: Job, doing: Doing): boolean {
  if (doing === "cancel") return job.state === "cancelling" || hasEnded(job);
  return doing === "continue" ? job.state !== "paused" : !hasEnded(job);
}

function isAsked(submission: Submission | undefined): boolean {
  return submission !== undefined && isOpen(submission);
}

/** Jobs to keep in sight on other pages: those under way, and those that ended since this page was opened. */
export function jobsInSight(state: JobsState, openedAtMs: number, exceptId: string | null): readonly Job[] {
  const recent = (job: Job): boolean => !hasEnded(job) || Date.parse(job.finished ?? "") >= openedAtMs;
  return listJobs(state).filter((job) => job.id !== exceptId && recent(job));
}

/** The jobs that a job has started, as far as they are known, the oldest first. */
export function childrenOf(state: JobsState, job: Job): readonly Job[] {
  return job.children.flatMap((id) => state.jobs[id] ?? []);
}

/** The known names of a group of problem items, in a steady order. */
export function namesIn(problems: Job["problems"], state: ProblemItem["state"], cause: string): readonly string[] {
  const items = Object.values(problems).filter((item) => item.state === state && item.cause === cause);
  return items.sort((one, other) => one.id.localeCompare(other.id)).map((item) => item.name);
}
