/** Rounds 99.5 up, and so shows a hundred per cent before the end. */

import type { percentOf as original } from "../src/describe";

export const law = "no-early-hundred";
export const mirrors = "100 % for fifteen minutes: motuz #355, relaticle #810";
export const replaces = "src/describe.ts#percentOf";
export const title = "Rounds 99.5 % up to 100 %";

export const percentOf: typeof original = (job) => {
  const { total, processed } = job.counts;
  return total === null || total === 0 ? null : Math.round((100 * processed) / total);
};
