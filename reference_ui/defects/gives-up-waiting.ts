/** After eight seconds without an answer the page stops waiting and calls it a failure. */

import type { afterLongWait as original } from "../src/submission";

export const law = "unknown-outcome-honest";
export const mirrors = "a wait that is given up is told as a failed import, which had succeeded: jentic-one #741";
export const replaces = "src/submission.ts#afterLongWait";
export const title = "Gives up waiting and calls it a failure";

export const afterLongWait: typeof original = (submission) => {
  const refusal = { type: "", title: "The job failed", remedy: "Try again.", where: "", againAt: null };
  return { ...submission, phase: "refused", refusal };
};
