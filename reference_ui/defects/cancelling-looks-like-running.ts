/** A cancellation is heard and shows nowhere: the job goes on as if nobody had asked. */

import { stateWord as original } from "../src/describe";
import { say } from "../src/words";

export const law = "cancelling-shown";
export const mirrors = "cancel seems to do nothing, and the build goes on: travis-ci/travis-ci#5690";
export const replaces = "src/describe.ts#stateWord";
export const title = "Calls a job that is being cancelled running";

export const stateWord: typeof original = (job) =>
  job.asked === "cancel" || job.state === "cancelling" ? say("state-running") : original(job);
