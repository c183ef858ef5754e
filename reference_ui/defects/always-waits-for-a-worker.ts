/** Whatever a job waits for, the page blames the workers: one sentence for every reason. */

import { say as original } from "../src/words";

export const law = "message-complete";
export const mirrors = "always “Waiting for a free worker”: article A35; laws.md, queue-reason-told";
export const replaces = "src/words.ts#say";
export const title = "Gives one reason for every wait";

export const say: typeof original = (id, given = {}) => {
  return original(id, id === "queue-reason" ? { ...given, reason: "no-free-worker" } : given);
};
