/** Wherever jobs are listed, one that is under way has a word for its state and nothing of how far it is. */

import { progressInBrief as original } from "../src/describe";

export const law = "quantity-within-ten-seconds";
export const mirrors = "a spinner and a verb, and no number: article A37 and A39; laws.md, quantity-within-ten-seconds";
export const replaces = "src/describe.ts#progressInBrief";
export const title = "Lists jobs that run without saying how far they are";

export const progressInBrief: typeof original = (job) => {
  return job.state === "running" || job.state === "retrying" ? "" : original(job);
};
