/** The list is the one that came when the page was loaded: a job that is accepted later is not in it until it has done something. */

import { listJobs as original } from "../src/select";

export const law = "job-acknowledged";
export const mirrors = "list does not contain the new job until reload: article A17; laws.md, job-acknowledged";
export const replaces = "src/select.ts#listJobs";
export const title = "Does not list a new job";

export const listJobs: typeof original = (state) => {
  return original(state).filter((job) => {
    const isNew = Date.parse(job.created) > (state.loadedAsOf ?? 0);
    return !isNew || job.counts.processed > 0 || job.state === "ended";
  });
};
