/** The item in hand counts as done, so the last one is worked on at a hundred per cent. */

import type { percentOf as original } from "../src/describe";

export const law = "no-early-hundred";
export const mirrors = "what was begun counts as done: article A72; laws.md, no-early-hundred";
export const replaces = "src/describe.ts#percentOf";
export const title = "Counts the item in hand as done";

export const percentOf: typeof original = (job) => {
  const { total, processed } = job.counts;
  const inHand = job.phases.at(-1)?.state === "running" ? 1 : 0;
  return total === null || total === 0 ? null : Math.min(Math.floor((100 * (processed + inHand)) / total), 100);
};
