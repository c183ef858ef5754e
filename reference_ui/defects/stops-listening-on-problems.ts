/** Only a plain success ends the job on the page: any other outcome leaves it at 99 per cent for ever. */

import { runEnded as original } from "../src/fold-run";

export const law = "terminal-shown-unprompted";
export const mirrors = "polling stops on an error outcome, 99 % in progress stays: openmpf #681, fossology #806";
export const replaces = "src/fold-run.ts#runEnded";
export const title = "Never shows the end of a job that had problems";

export const runEnded: typeof original = (job, event) => {
  return event.data.outcome === "succeeded" ? original(job, event) : job;
};
