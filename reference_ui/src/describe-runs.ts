/** Which run of a job this is, how those before it ended, and on which attempt it came through. */

import { outcomeOf } from "./describe";
import type { EarlierRun, Job } from "./job";
import { shownTime } from "./times";
import { canSay, say } from "./words";

/** "This is run 2, for the 3 items that failed before."; empty for the first. */
export function runSentence(job: Job): string {
  const { run, earlier, counts } = job;
  const before = earlier.at(-1);
  if (run < 2) return "";
  if (before === undefined || counts.total === null) return say("run-number", { run });
  const failedOnly = before.failed === counts.total;
  return failedOnly ? say("run-of-failed", { run, items: before.failed }) : say("run-of-all", { run });
}

/** "Previous run 1: Finished with problems at 09:02:11. 20 succeeded, 3 failed, 5 skipped." */
export function earlierSentence(earlier: EarlierRun): string {
  const { run, outcome, finished, succeeded, failed, skipped } = earlier;
  const id = `outcome-${outcome ?? "other"}`;
  const state = say(canSay(id) ? id : "state-other");
  const time = finished === null ? "" : shownTime(Date.parse(finished));
  return say("run-before", { run, state, time, succeeded, failed, skipped });
}

/** "Succeeded on attempt 3."; empty where the first was enough, or something did not succeed at all. */
export function wonSentence(job: Job): string {
  if (outcomeOf(job) !== "succeeded" || job.won === null) return "";
  return say("won-attempt", { attempt: job.won.attempt });
}
