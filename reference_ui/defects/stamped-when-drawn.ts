/** As long as it has a connection to its name, the page takes all that it draws for news: its as-of is the time of drawing. */

import { shownTime } from "../src/times";
import { say as original } from "../src/words";

export const law = "frozen-and-stamped";
export const mirrors = "a dead socket that is still OPEN after sleep passes for a live one: agentbridge #165";
export const replaces = "src/words.ts#say";
export const title = "Says that old values are from just now";

const STAMPED = new Set(["contact-silent", "contact-offline", "job-updated"]);

export const say: typeof original = (id, given = {}) => {
  return original(id, STAMPED.has(id) ? { ...given, time: shownTime(Date.now()) } : given);
};
