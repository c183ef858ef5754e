/** What to say aloud when something changes that the person should hear of without looking. */

import type { Contact } from "./live";
import { summary } from "./describe";
import { hasEnded, isAtWork, type Job } from "./job";
import type { JobsState } from "./reducer";
import { say } from "./words";

const BREATH = "rate-limit";

/** The news between two states of knowledge: jobs that were accepted, started or ended. None for the first list. */
export function jobNews(before: JobsState, now: JobsState): readonly string[] {
  if (!before.loaded) return [];
  return Object.values(now.jobs).flatMap((job) => newsOf(before.jobs[job.id], job));
}

/** The news of contact: only its return. Its loss is told by a notice, which is a live region itself. */
export function contactNews(before: Contact, now: Contact): readonly string[] {
  const lost = (contact: Contact): boolean => contact.silent || !contact.online;
  return lost(before) && !lost(now) ? [say("contact-back")] : [];
}

function newsOf(before: Job | undefined, job: Job): readonly string[] {
  const ended = before !== undefined && before.run === job.run && hasEnded(before);
  if (hasEnded(job)) return ended ? [] : [say("announce-ended", { title: job.title, summary: summary(job) })];
  if (before === undefined || before.run < job.run) return [say("announce-accepted", { title: job.title })];
  if (before.started === null && job.started !== null) return [say("announce-started", { title: job.title })];
  return pauseNews(before, job);
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
