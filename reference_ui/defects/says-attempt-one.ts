/** Every success is a success at the first go, however often it was tried. */

import { wonSentence as original } from "../src/describe-runs";

export const law = "winning-attempt-named";
export const mirrors = "retried several times, and the page still says 0: microsoft/pai#175";
export const replaces = "src/describe-runs.ts#wonSentence";
export const title = "Says that the first attempt succeeded whichever did";

export const wonSentence: typeof original = (job) => {
  const { won } = job;
  return original(won === null ? job : { ...job, won: { ...won, attempt: 1 } });
};
