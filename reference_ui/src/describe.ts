/** What can be said of a job: which words fit its state, its numbers and its end. Every page says it in this one way. */

import { currentPhases, hasEnded, isAtWork, type Job, type Outcome, type Phase } from "./job";
import { shownTime } from "./times";
import { canSay, say } from "./words";

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

/** The one word for what the job is doing, or for how it ended. What was asked for and not confirmed is neither. */
export function stateWord(job: Job): string {
  const outcome = outcomeOf(job);
  if (job.asked === "cancel") return say("state-cancel-asked");
  const id = outcome === null ? `state-${job.state}` : `outcome-${outcome}`;
  return say(canSay(id) ? id : "state-other");
}

/** The tone of that word. */
export function stateTone(job: Job): Tone {
  const outcome = outcomeOf(job);
  if (outcome !== null) return OUTCOME_TONES[outcome] ?? "mixed";
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

/** "30 more items were found on the way."; empty where none were. */
export function grownSentence(job: Job): string {
  const { total, grown } = job.counts;
  return total === null || grown < 1 ? "" : say("total-grown", { grown });
}

/** "Counting: 40 items found so far. The total is not known yet."; empty once it is. */
export function countingSentence(job: Job): string {
  const phase = currentPhases(job).find((one) => one.total === null);
  return job.counts.total !== null || phase === undefined ? "" : say("counting", { found: phase.done });
}

/** "Publishing items: 124 of 200 (step 2 of 2)", one for each phase in hand; none while nobody is at work. */
export function stepSentences(job: Job): readonly string[] {
  if (!isAtWork(job) || job.state === "cancelling") return [];
  return currentPhases(job).map((phase) => stepSentence(job, phase));
}

function stepSentence(job: Job, phase: Phase): string {
  const place = { phase: phase.id, title: phase.title, step: job.phases.indexOf(phase) + 1, steps: job.phases.length };
  if (phase.total === null) return say("step-now-uncounted", place);
  return say("step-now", { ...place, done: phase.done, total: phase.total });
}

/** "Retrying 4 items, attempt 2 of 3."; empty while nothing is being retried. */
export function retrySentence(job: Job): string {
  if (job.retry === null) return "";
  const { items, waiting, attempt, max, next, whole } = job.retry;
  if (whole) return withNext(say("retry-whole", { items, attempt, max }), next);
  if (next === null && waiting === items) return say("retry-later", { items, attempt, max });
  return withNext(say("retry-now", { items, attempt, max }), next);
}

function withNext(sentence: string, next: string | null): string {
  return next === null ? sentence : `${sentence} ${say("retry-next", { time: shownTime(Date.parse(next)) })}`;
}

/** How the job ended, with its numbers: "Publish finished with problems: 20 succeeded, 3 failed, 5 skipped." */
export function summary(job: Job): string {
  const { succeeded, failed, skipped } = job.counts;
  const id = `summary-${outcomeOf(job) ?? "failed"}`;
  const told = say(canSay(id) ? id : "summary-other", { kind: job.kind, succeeded, failed, skipped });
  const left = notAttempted(job);
  return left === 0 ? told : `${told} ${say("summary-left", { left })}`;
}

/** Items that a run left undone when it broke off. A cancelled one tells of them in its receipt. */
function notAttempted(job: Job): number {
  return outcomeOf(job) === "cancelled" ? 0 : Math.max((job.counts.total ?? 0) - job.counts.processed, 0);
}

/** What a list says of the job's progress. */
export function progressInBrief(job: Job): string {
  if (hasEnded(job)) return breakdown(job);
  if (job.counts.rolled_back > 0) return say("cancelling-undo", { taken: job.counts.rolled_back });
  return job.queue === null ? processedSentence(job) : say("queue-ahead", { ahead: job.queue.ahead });
}

/** The name of a phase, and what has become of it. One at which nobody is at work has begun, and does not run. */
export function phaseWords(phase: Phase, atWork = true): PhaseWords {
  const moment = phase.state === "running" ? phase.started : phase.finished;
  const time = moment === null ? "" : shownTime(Date.parse(moment));
  const name = say("phase-name", { phase: phase.id, title: phase.title });
  if (phase.state === "running" && !atWork) return { name, state: say("phase-held", { time }), tone: "waiting" };
  const brokenOff = phase.state === "skipped" && phase.started !== null;
  const id = brokenOff ? "phase-broken-off" : `phase-${phase.state}`;
  return { name, state: say(canSay(id) ? id : "state-other", { time }), tone: PHASE_TONES[phase.state] ?? "ahead" };
}

interface PhaseWords {
  readonly name: string;
  readonly state: string;
  readonly tone: Tone;
}
