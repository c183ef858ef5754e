/** What was skipped did not fail, so the summary of an ended job counts it with what succeeded. */

import { summary as original } from "../src/describe";

export const law = "outcome-breakdown-true";
export const mirrors =
  "what was left out is counted as imported: obsidian-importer #392; wrong numbers: dotCMS/core #32037";
export const replaces = "src/describe.ts#summary";
export const title = "Counts skipped items as succeeded when the job has ended";

export const summary: typeof original = (job) => {
  const { succeeded, skipped } = job.counts;
  return original({ ...job, counts: { ...job.counts, succeeded: succeeded + skipped, skipped: 0 } });
};
