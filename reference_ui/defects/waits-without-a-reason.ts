/** A job that waits is "Queued", and that is all: neither what it waits for nor what is ahead of it. */

import { queueSentence as original } from "../src/describe-waiting";

export const law = "message-complete";
export const mirrors = "a pending job does not say what it waits for: gitlab-org/gitlab #21564";
export const replaces = "src/describe-waiting.ts#queueSentence";
export const title = "Says that a job waits, and not why";

export const queueSentence: typeof original = (job, asOf) => {
  return job.state === "queued" ? "" : original(job, asOf);
};
