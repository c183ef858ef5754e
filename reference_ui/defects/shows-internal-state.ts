/** Shows the service's own word for the state beside the one for people. */

import { stateWord as original } from "../src/describe";

export const law = "no-internals";
export const mirrors = "raw states of the back end on the page: sirepo #2313, gitlab #18879";
export const replaces = "src/describe.ts#stateWord";
export const title = "Shows the service's internal state";

export const stateWord: typeof original = (job) => {
  const { diagnostics } = job as typeof job & { diagnostics?: { internal_state: string } };
  return diagnostics === undefined ? original(job) : `${original(job)} (${diagnostics.internal_state})`;
};
