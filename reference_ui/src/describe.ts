/** What can be said of a job: which words fit its state, its numbers and its end. Every page says it in this one way. */

import { currentPhase, hasEnded, type Job, type Outcome, type Phase } from "./job";
import { shownTime } from "./times";
import { say } from "./words";

/** What colour and icon go with a state; never without its word. */
export type Tone = "ahead" | "waiting" | "active" | "good" | "mixed" | "bad" | "off";

const OUTCOME_TONES: Record<Outcome, Tone> = { succeeded: "good", partial: "mixed", failed: "bad", cancelled: "off" };
const PHASE_TONES: Record<Phase["state"], Tone> = {
  waiting: "ahead",
  running: "active",
  done: "good",
  failed: "bad",
  skipped: "off",
};

/** How the job ended; null while it has not. A service that names no outcome is taken by its counts. */
export function outcomeOf(job: Job): Outcome | null {
  if (!hasEnded(job)) return null;
  const { succeeded, failed } = job.counts;
  return job.outcome ?? (failed === 0 ? "succeeded" : succeeded > 0 ? "partial" : "failed");
}

/** The one word for what the job is doing, or for how it ended. */
export function stateWord(job: Job): string {
  const outcome = outcomeOf(job);
  return say(outcome === null ? `state-${job.state}` : `outcome-${outcome}`);
}

/** The tone of that word. */
export function stateTone(job: Job): Tone {
  const outcome = outcomeOf(job);
  if (outcome !== null) return OUTCOME_TONES[outcome];
  return job.state === "queued" || job.state === "paused" ? "waiting" : "active";
}

/** How far the run is, in whole per cent, rounded down; null where nobody knows. A hundred is for what has ended. */
export function percentOf(job: Job): number | null {
  const { total, processed } = job.counts;
  if (total === null || total === 0) return null;
  return Math.min(Math.floor((100 * processed) / total), 99);
}

/** "124 of 200 items processed" */
export function processedSentence(job: Job): string {
  const { total, processed } = job.counts;
  return total === null ? say("processed-uncounted", { processed }) : say("processed", { processed, total });
}

/** "20 succeeded, 3 failed, 5 skipped" */
export function breakdown(job: Job): string {
  const { succeeded, failed, skipped } = job.counts;
  return say("breakdown", { succeeded, failed, skipped });
}

/** "Publishing items: 124 of 200 (step 2 of 2)"; empty while no phase is running. */
export function stepSentence(job: Job): string {
  const phase = currentPhase(job);
  if (phase === undefined) return "";
  const place = { phase: phase.id, step: job.phases.indexOf(phase) + 1, steps: job.phases.length };
  if (phase.total === null) return say("step-now-uncounted", place);
  return say("step-now", { ...place, done: phase.done, total: phase.total });
}

/** "2 jobs ahead of this one. Waiting for a free worker."; empty once a worker has the job. */
export function queueSentence(job: Job): string {
  if (job.queue === null) return "";
  return [say("queue-ahead", { ahead: job.queue.ahead }), say("queue-reason", { reason: job.queue.reason })].join(" ");
}

/** "Retrying 4 items, attempt 2 of 3."; empty while nothing is being retried. */
export function retrySentence(job: Job): string {
  if (job.retry === null) return "";
  const { items, attempt, max, next } = job.retry;
  const now = say("retry-now", { items, attempt, max });
  return next === null ? now : `${now} ${say("retry-next", { time: shownTime(Date.parse(next)) })}`;
}

/** How the job ended, with its numbers: "Publish finished with problems: 20 succeeded, 3 failed, 5 skipped." */
export function summary(job: Job): string {
  const { succeeded, failed, skipped } = job.counts;
  return say(`summary-${outcomeOf(job) ?? "failed"}`, { kind: job.kind, succeeded, failed, skipped });
}

/** What a list says of the job's progress. */
export function progressInBrief(job: Job): string {
  if (hasEnded(job)) return breakdown(job);
  return job.queue === null ? processedSentence(job) : say("queue-ahead", { ahead: job.queue.ahead });
}

/** The name of a phase, and what has become of it. */
export function phaseWords(phase: Phase): { readonly name: string; readonly state: string; readonly tone: Tone } {
  const moment = phase.state === "running" ? phase.started : phase.finished;
  const time = moment === null ? "" : shownTime(Date.parse(moment));
  const name = say("phase-name", { phase: phase.id, title: phase.title });
  return { name, state: say(`phase-${phase.state}`, { time }), tone: PHASE_TONES[phase.state] };
}
