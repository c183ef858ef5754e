/** Says that what failed is tried again by itself, though the last attempt has been made. */

import { summary as original } from "../src/describe";
import { hasEnded } from "../src/job";

export const law = "no-overclaim";
export const mirrors = "retries announced that never come: NodeGuard #57, scale #1612";
export const replaces = "src/describe.ts#summary";
export const title = "Promises another try after the last one";

export const summary: typeof original = (job) => {
  const told = original(job);
  return hasEnded(job) && job.counts.failed > 0 ? `${told} We'll try the failed items again automatically.` : told;
};
