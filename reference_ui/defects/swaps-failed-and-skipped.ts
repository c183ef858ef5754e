/** The final numbers are taken in another order than they are sent. */

import { runEnded as original } from "../src/fold-run";

export const law = "outcome-breakdown-true";
export const mirrors = "failed and skipped swapped: article A76; laws.md, outcome-breakdown-true";
export const replaces = "src/fold-run.ts#runEnded";
export const title = "Swaps the numbers of failed and skipped items at the end";

export const runEnded: typeof original = (job, event) => {
  const ended = original(job, event);
  const { failed, skipped } = ended.counts;
  return { ...ended, counts: { ...ended.counts, failed: skipped, skipped: failed } };
};
