/** A success is told by its heading; what was done, and to how many, is not. */

import { outcomeOf, stateWord, summary as original } from "../src/describe";

export const law = "message-complete";
export const mirrors = "“Completed” and nothing else: article A42; laws.md, success-summary-true";
export const replaces = "src/describe.ts#summary";
export const title = "Says of a success nothing but that it is one";

export const summary: typeof original = (job) => {
  return outcomeOf(job) === "succeeded" ? stateWord(job) : original(job);
};
