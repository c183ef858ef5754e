/** What a cancellation does, before it is asked for, while it is under way and afterwards; in the words of what was done. */

import { outcomeOf, summary } from "./describe";
import { hasEnded, type Job } from "./job";
import { say } from "./words";

/** What is asked before anything is sent: what will happen, and the two ways on. Without `confirm` there is nothing to ask. */
export interface CancelQuestion {
  readonly title: string;
  readonly sentences: readonly string[];
  readonly confirm: string | null;
  readonly dismiss: string;
}

/** The question as it is now. A job that is over, or too far on, while the person thinks about it leaves none. */
export function cancelQuestion(job: Job): CancelQuestion {
  const { kind, title } = job;
  if (job.actions.cancel === undefined || job.asked === "cancel") {
    return { title: say("cancel-moot"), sentences: [mootReason(job)], confirm: null, dismiss: say("cancel-close") };
  }
  return {
    title: say("cancel-title", { title }),
    sentences: [finishesFirst(job), whatIsKept(job)],
    confirm: say("action-cancel", { kind }),
    dismiss: say("cancel-dismiss", { kind }),
  };
}

/** "The item in hand will be finished first, and nothing more will be published after it." */
export function finishesFirst({ kind, started, cancellation }: Job): string {
  return started === null ? say("cancel-before-start") : say("cancel-stops", { kind, mode: cancellation.mode });
}

/** "124 items are published so far. They will stay on sale."; or that they will be taken back. */
export function whatIsKept({ kind, counts, cancellation }: Job): string {
  const { succeeded } = counts;
  if (succeeded === 0) return say("cancel-nothing-done", { kind });
  return say(`cancel-keeps-${cancellation.keeps}`, { kind, succeeded });
}

/** "The item in hand will be finished first." while it is being cancelled, then what was taken back; else empty. */
export function cancellingSentence(job: Job): string {
  if (job.state !== "cancelling") return "";
  const { mode, keeps } = job.cancellation;
  const taken = job.counts.rolled_back;
  return taken === 0 ? say("cancelling-now", { kind: job.kind, mode, keeps }) : say("cancelling-undo", { taken });
}

/** Why there is no way to cancel a job that has not ended; empty where there is one, or it is being cancelled. */
export function noCancelSentence(job: Job): string {
  const offered = job.actions.cancel !== undefined || job.state === "cancelling" || hasEnded(job);
  return offered ? "" : say("cancel-forbidden");
}

/** What a cancelled job leaves: "12 items kept, 11 items not done, 1 of them taken back."; empty for any other end. */
export function receipt(job: Job): string {
  const { total, processed, rolled_back: taken } = job.counts;
  if (outcomeOf(job) !== "cancelled" || job.kept === null) return "";
  if (total === null) return say("receipt-uncounted", { kept: job.kept, taken });
  return say("receipt", { kept: job.kept, left: total - processed, taken });
}

/** That somebody asked to cancel it, and it had come to its end all the same; empty where nobody did. */
export function tooLateSentence(job: Job): string {
  const outcome = outcomeOf(job);
  const late = job.cancellation.asked !== null && outcome !== null && outcome !== "cancelled";
  return late ? say("cancel-too-late") : "";
}

function mootReason(job: Job): string {
  if (hasEnded(job)) return summary(job);
  if (job.state === "cancelling") return cancellingSentence(job);
  return job.asked === "cancel" ? say("asking-cancel") : say("cancel-forbidden");
}
