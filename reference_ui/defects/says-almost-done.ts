/** Soothes: almost done, from the first item to the last. */

import { processedSentence as original } from "../src/describe";

export const law = "no-overclaim";
export const mirrors = "99 % while failed files are tried again for minutes: kiwi #271";
export const replaces = "src/describe.ts#processedSentence";
export const title = "Says that it is almost done, all the time";

export const processedSentence: typeof original = (job) => `${original(job)}. Almost done.`;
