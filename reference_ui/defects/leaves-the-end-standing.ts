/** What has ended is over: a job that runs again shows its old end until the page is loaded anew. */

import { hasEnded, type Job } from "../src/job";
import { findJob as original } from "../src/select";

export const law = "job-acknowledged";
export const mirrors = "a system that has started the work and does not say so: article A17; laws.md, job-acknowledged";
export const replaces = "src/select.ts#findJob";
export const title = "Leaves the old end standing when a job runs again";

const over = new Map<string, Job>();

export const findJob: typeof original = (state, jobId) => {
  const found = original(state, jobId);
  if (found.is !== "here") return found;
  const ended = over.get(jobId);
  if (ended !== undefined && found.job.run > ended.run) return { is: "here", job: ended };
  if (hasEnded(found.job)) over.set(jobId, found.job);
  return found;
};
