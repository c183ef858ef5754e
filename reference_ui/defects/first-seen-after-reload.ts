/** A reload shows the job as this tab first saw it, until the service has answered. */

import type { Job } from "../src/job";
import { findJob as original } from "../src/select";

export const law = "monotonic-view";
export const mirrors = "a reload brings back an old state: openmpf #681, wr #12, octos #242";
export const replaces = "src/select.ts#findJob";
export const title = "Shows the job as it was at first, for a moment after a reload";

export const findJob: typeof original = (state, jobId) => {
  const found = original(state, jobId);
  const place = `first-seen/${jobId}`;
  const kept = sessionStorage.getItem(place);
  if (found.is === "loading" && kept !== null) return { is: "here", job: JSON.parse(kept) as Job };
  if (found.is === "here" && kept === null) sessionStorage.setItem(place, JSON.stringify(waiting(found.job)));
  return found;
};

function waiting(job: Job): Job {
  return { ...job, state: "queued", started: null, queue: null };
}
