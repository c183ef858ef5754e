/** Without a network the page forgets what it knows of the job, and loads it for as long as that lasts. */

import { findJob as original } from "../src/select";

export const law = "transport-error-not-job-failure";
export const mirrors = "an endless spinner when the network drops during a load: artsy/emission #333";
export const replaces = "src/select.ts#findJob";
export const title = "Shows a spinner in place of the job while it is offline";

export const findJob: typeof original = (state, jobId) => {
  return navigator.onLine ? original(state, jobId) : { is: "loading" };
};
