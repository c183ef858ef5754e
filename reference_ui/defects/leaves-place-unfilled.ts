/** Says a sentence without the value that belongs in it. */

import { say as original } from "../src/words";

export const law = "no-internals";
export const mirrors = "NaN and Infinity where a number belongs: node-progress #47, coder #5679";
export const replaces = "src/words.ts#say";
export const title = "Shows undefined where a time belongs";

export const say: typeof original = (id, given = {}) =>
  original(id, id === "job-accepted" ? { time: String(undefined) } : given);
