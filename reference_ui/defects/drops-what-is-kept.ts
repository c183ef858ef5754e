/** The end of a cancelled run comes without what it kept, and the page has nothing to tell of it. */

import { runEnded as original } from "../src/fold-run";

export const law = "cancelled-summary-true";
export const mirrors = "a cancelled run loses what it had done so far: razzant/claudexor#119";
export const replaces = "src/fold-run.ts#runEnded";
export const title = "Loses what a cancelled job has kept";

export const runEnded: typeof original = (job, event) => ({ ...original(job, event), kept: null });
