/** What to say aloud when something changes that the person should hear of without looking. */

import { retrySentence, summary } from "./describe";
import { cancellingSentence, receipt, tooLateSentence } from "./describe-cancelling";
import { wonSentence } from "./describe-runs";
import { hasEnded, isAtWork, type Job, triesAgain } from "./job";
import type { Contact } from "./live";
import type { JobsState } from "./reducer";
import { say } from "./words";

const BREATH = "rate-limit";
/** Retries that come again sooner than this are the same trouble. */
export const RETRIES_APART_MS = 5_000;

/** The news between two states of knowledge, of each job what happened to it last. None for the first list. */
export function jobNews(before: JobsState, now: JobsState): readonly string[] {
  if (!before.loaded) return [];
  return Object.values(now.jobs).flatMap((job) => newsOf(before.jobs[job.id], job, now.asOf ?? 0));
}

/** The news of contact: only its return. Its loss is told by a notice, which is a live region itself. */
export function contactNews(before: Contact, now: Contact): readonly string[] {
  const lost = (contact: Contact): boolean => contact.silent || !contact.online;
  return lost(before) && !lost(now) ? [say("contact-back")] : [];
}

function newsOf(before: Job | undefined, job: Job, atMs: number): readonly string[] {
  const known = before?.run === job.run ? before : undefined;
  if (hasEnded(job)) return known !== undefined && hasEnded(known) ? [] : [endNews(job)];
  const begun = [...(known === undefined ? [acceptedNews(job)] : []), ...startNews(known, job)];
  if (begun.length > 0 || known === undefined) return begun;
  return [...cancelNews(known, job), ...pauseNews(known, job), ...retryNews(known, job, atMs)];
}

/** That somebody has begun to work on a run that waited, or was just taken. */
export function startNews(before: Job | undefined, job: Job): readonly string[] {
  const waited = before === undefined || before.started === null;
  return waited && job.started !== null ? [say("announce-started", { title: job.title })] : [];
}

/** That the service has taken a job, or a further run of one. */
export function acceptedNews({ title, run }: Job): string {
  return run > 1 ? say("announce-again", { title, run }) : say("announce-accepted", { title });
}

/** How a job ended, with everything that its page says of that. */
export function endNews(job: Job): string {
  const sentences = [summary(job), wonSentence(job), receipt(job), tooLateSentence(job)];
  return say("announce-ended", { title: job.title, summary: sentences.filter((one) => one !== "").join(" ") });
}

/** That a job is being cancelled, whoever asked for it. */
export function cancelNews(before: Job, job: Job): readonly string[] {
  if (before.state === "cancelling" || job.state !== "cancelling") return [];
  return [say("announce-cancelling", { title: job.title, how: cancellingSentence(job) })];
}

/** That items are tried again, when that comes to be seen, and for each attempt that the run comes to; not of each item. */
export function retryNews(before: Job, job: Job, atMs: number): readonly string[] {
  const rested = job.triedUntil === null || atMs - job.triedUntil >= RETRIES_APART_MS;
  const isNew = job.lastAttempt > before.lastAttempt || (!triesAgain(before) && rested);
  return triesAgain(job) && isNew ? [say("announce-retrying", { title: job.title, retry: retrySentence(job) })] : [];
}

/** Pauses that are longer than a breath: a marketplace that takes no calls for a while is no news to be told aloud. */
function pauseNews(before: Job, job: Job): readonly string[] {
  const stood = before.paused !== null && before.paused.reason !== BREATH;
  const stands = job.paused !== null && job.paused.reason !== BREATH;
  if (stood === stands) return [];
  if (!stands) return isAtWork(job) ? [say("announce-resumed", { title: job.title })] : [];
  const reason = say("paused-reason", { reason: job.paused?.reason ?? "" });
  return [say("announce-paused", { title: job.title, reason })];
}
