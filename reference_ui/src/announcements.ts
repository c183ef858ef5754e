/** What to say aloud when something changes that the person should hear of without looking. */

import type { Contact } from "./live";
import { summary } from "./describe";
import { hasEnded, type Job } from "./job";
import type { JobsState } from "./reducer";
import { say } from "./words";

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
  return before.started === null && job.started !== null ? [say("announce-started", { title: job.title })] : [];
}
