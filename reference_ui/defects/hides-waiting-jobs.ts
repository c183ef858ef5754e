/** What is listed are jobs that are worked on, or were: a job that waits for a worker is not there yet. */

import { listJobs as original } from "../src/select";

export const law = "job-acknowledged";
export const mirrors = "a new job appears only once the one before it is through: fli-iam/shanoir-ng #3833";
export const replaces = "src/select.ts#listJobs";
export const title = "Does not show a job that waits for a worker";

export const listJobs: typeof original = (state) => {
  return original(state).filter((job) => job.started !== null || job.state !== "queued");
};
