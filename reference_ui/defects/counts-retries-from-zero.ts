/** What is called an attempt is the number of retries before it: while the second is made, it says one. */

import { retrySentence as original } from "../src/describe";

export const law = "auto-retry-told";
export const mirrors = "the number of retries stays behind: microsoft/pai #175, bull-board #386";
export const replaces = "src/describe.ts#retrySentence";
export const title = "Names the attempt before the one that is made";

export const retrySentence: typeof original = (job) => {
  return original(job.retry === null ? job : { ...job, retry: { ...job.retry, attempt: job.retry.attempt - 1 } });
};
