/** What is tried again is taken off the bar, as if other work had been undone. */

import { percentOf as original } from "../src/describe";

export const law = "progress-monotone";
export const mirrors = "progress goes backwards: motuz #355";
export const replaces = "src/describe.ts#percentOf";
export const title = "Moves the bar back when items are tried again";

export const percentOf: typeof original = (job) => {
  const { processed } = job.counts;
  const retried = job.retry?.items ?? 0;
  return original({ ...job, counts: { ...job.counts, processed: Math.max(processed - retried, 0) } });
};
