/** The worst that became of any item names the job in lists, headers and titles. */

import { stateWord as original } from "../src/describe";
import { say } from "../src/words";

export const law = "partial-named-partial";
export const mirrors = "mostly successful work is called failed in the list: samvera/bulkrax #236";
export const replaces = "src/describe.ts#stateWord";
export const title = "Calls a job failed when any item failed";

export const stateWord: typeof original = (job) => {
  return job.outcome === "partial" ? say("outcome-failed") : original(job);
};
