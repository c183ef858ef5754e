/** What can be said of a job at which nobody is at work: its place in the queue, a pause, what is to be expected. */

import type { Job } from "./job";
import { shownTime } from "./times";
import { say } from "./words";

const MINUTE_MS = 60_000;
const FEW_MINUTES = 10;
const MANY_MINUTES = 90;
const STEP_MINUTES = 5;
/** What is left of a minute is another minute; a little more than a whole one is not. */
const SLACK_MS = 15_000;

/**
 * "2 jobs ahead of this one. Waiting for a free worker. Expected to start in about 3 minutes."; empty once a worker has the
 * job. `asOf` is the moment of which this page knows.
 */
export function queueSentence(job: Job, asOf: number): string {
  const again = job.started === null ? [] : [say("queue-again")];
  if (job.queue === null) return job.state === "queued" ? again.join("") : "";
  const { ahead, reason, expected_start: expected } = job.queue;
  const place = [say("queue-ahead", { ahead }), say("queue-reason", { reason })];
  return [...again, ...place, expectedStart(expected, asOf)].join(" ");
}

/** "Paused for maintenance. Expected to go on at 09:30:00."; empty while the job does not stand still. */
export function pauseSentence(job: Job, asOf: number): string {
  if (job.paused === null) return "";
  const { reason, until } = job.paused;
  return `${say("paused-reason", { reason })} ${goesOn(reason, until, asOf)}`;
}

function goesOn(reason: string, until: string | null, asOf: number): string {
  if (until === null) return say("paused-open", { reason });
  const overdue = Date.parse(until) < asOf;
  return say(overdue ? "paused-overdue" : "paused-until", { time: shownTime(Date.parse(until)) });
}

/** What is expected, rounded as one who does not know it exactly would say it; never a moment that has passed. */
function expectedStart(expected: string | null, asOf: number): string {
  if (expected === null) return say("queue-unknown");
  const leftMs = Date.parse(expected) - asOf;
  if (leftMs < 0) return say("queue-late");
  const minutes = Math.ceil((leftMs - SLACK_MS) / MINUTE_MS);
  if (minutes > MANY_MINUTES) return say("queue-expected-hours", { hours: Math.ceil(minutes / 60) });
  return say("queue-expected", { minutes: minutes <= FEW_MINUTES ? Math.max(minutes, 0) : inSteps(minutes) });
}

function inSteps(minutes: number): number {
  return Math.ceil(minutes / STEP_MINUTES) * STEP_MINUTES;
}
