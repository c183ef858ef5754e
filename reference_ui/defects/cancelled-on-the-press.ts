/** The word of a job that is being cancelled is the one for what it will be: cancelled. */

import { stateWord as original } from "../src/describe";
import { say } from "../src/words";

export const law = "cancelling-shown";
export const mirrors = "a job that is still being cancelled stands among the finished ones: molgenis/molgenis#8370";
export const replaces = "src/describe.ts#stateWord";
export const title = "Says that a job is cancelled as soon as somebody asks for it";

export const stateWord: typeof original = (job) =>
  job.asked === "cancel" || job.state === "cancelling" ? say("outcome-cancelled") : original(job);
