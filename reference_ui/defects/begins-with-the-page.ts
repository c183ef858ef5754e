/** What a page has not seen begin begins with the page: after a reload the job is as young as the document. */

import { shownTime as original } from "../src/times";

export const law = "reload-restores";
export const mirrors = "a reload sets the time at which the run began to now: article A136; laws.md, reload-restores";
export const replaces = "src/times.ts#shownTime";
export const title = "After a reload says that the job began then";

const openedAtMs = Date.now();

export const shownTime: typeof original = (timeMs) => {
  return original(Math.max(timeMs, openedAtMs));
};
