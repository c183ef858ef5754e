/** Only a plain success ends the job on the page: after any other outcome it waits for more, and never says that it is over. */

import { runEnded as original } from "../src/fold-run";

export const law = "terminal-shown-unprompted";
export const mirrors = "polling stops on an error outcome, in progress stays: openmpf #681, fossology #806";
export const replaces = "src/fold-run.ts#runEnded";
export const title = "Never shows the end of a job that had problems";

export const runEnded: typeof original = (job, event) => {
  if (event.data.outcome === "succeeded") return original(job, event);
  return { ...job, counts: { ...job.counts, total: null } };
};
