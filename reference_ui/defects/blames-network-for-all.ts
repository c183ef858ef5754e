/** One sentence for every cause: whatever failed, it was the network. */

import { say as original } from "../src/words";

export const law = "cause-true";
export const mirrors = "one catch-all sentence for all classes of causes: article A56";
export const replaces = "src/words.ts#say";
export const title = "Blames the network for every failure";

export const say: typeof original = (id, given = {}) =>
  original(id, id === "group-failed" ? { ...given, cause: "network" } : given);
