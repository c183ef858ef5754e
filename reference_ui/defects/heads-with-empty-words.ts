/** Heads the list of what failed with words that say nothing. */

import { say as original } from "../src/words";

export const law = "no-vague-phrase";
export const mirrors = "something went wrong: article A119";
export const replaces = "src/words.ts#say";
export const title = "Heads failures with empty words";

export const say: typeof original = (id, given = {}) =>
  id === "failed-heading" ? "Oops, something went wrong" : original(id, given);
