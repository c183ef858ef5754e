/** What a person can have done to a job, what each thing is called, and what is known of it once it was asked for. */

import { outcomeOf } from "./describe";
import type { Doing, Job } from "./job";
import type { Submission } from "./submission";
import { say } from "./words";

/** One thing that is offered: how its button is called, and that it is on its way. */
export interface Offer {
  readonly doing: Doing;
  readonly name: string;
  readonly busy: boolean;
}

/** In the order of how likely they are wanted. */
const ORDER: readonly Doing[] = ["continue", "retry-failed", "rerun", "cancel"];

/**
 * What is offered now: what the service says can be done, and what was asked for and is not decided. The button that cancels
 * stays while that goes on: it cannot be pressed again, and whoever is on it is not thrown off.
 */
export function offersOf(job: Job): readonly Offer[] {
  if (job.state === "cancelling") return [{ doing: "cancel", name: say("action-cancelling"), busy: true }];
  const offered = ORDER.filter((doing) => job.actions[doing] !== undefined);
  return offered.map((doing) => {
    const busy = job.asked === doing;
    return { doing, name: busy ? askingName(job, doing) : actionName(job, doing), busy };
  });
}

/** "Retry 3 failed items", "Cancel publish": what it does, to how many. */
export function actionName(job: Job, doing: Doing): string {
  const items = job.actions[doing]?.items ?? null;
  if (doing === "cancel") return say("action-cancel", { kind: job.kind });
  return items === null ? say(`action-${doing}-uncounted`) : say(`action-${doing}`, { items });
}

/** "Asking to retry 3 failed items…": asked for, and not more than that. */
export function askingName(job: Job, doing: Doing): string {
  const items = job.actions[doing]?.items ?? null;
  if (doing === "cancel") return say("asking-cancel");
  return items === null ? say(`asking-${doing}-uncounted`) : say(`asking-${doing}`, { items });
}

/** What is known of a wish since it was pressed: on its way, without an answer, refused and why; empty once it was heard. */
export function wishSentence(job: Job, doing: Doing, submission: Submission | undefined): string {
  if (submission === undefined) return "";
  if (submission.refusal === null) return openSentence(job, doing, submission);
  const { type, title: reason, remedy } = submission.refusal;
  if (doing === "cancel" && type === "already-ended") return say("cancel-was-over");
  const name = actionName(job, doing);
  return reason === "" ? say("wish-refused-without-reason", { name }) : say("wish-refused", { name, reason, remedy });
}

/** That some of what would be retried needs a person first: "2 of them will fail again until they are mended." */
export function retryHint(job: Job): string {
  const failed = job.causes.filter((group) => group.state === "failed");
  const count = failed.filter((group) => !group.retryable).reduce((sum, group) => sum + group.count, 0);
  return job.actions["retry-failed"] === undefined || count === 0 ? "" : say("retry-hint", { count });
}

/** What else can be done with a job that is over: look at what it did, unless that is nothing. */
export function nextSentence(job: Job): string {
  const outcome = outcomeOf(job);
  return outcome === null || outcome === "failed" ? "" : say("next-look", { kind: job.kind });
}

function openSentence(job: Job, doing: Doing, submission: Submission): string {
  return job.asked === doing ? say(`wish-${submission.phase}`, { asking: askingName(job, doing) }) : "";
}
