/** One way out for every cause: try again, also where the item has no ID and never will have one by itself. */

import { say as original } from "../src/words";

export const law = "remedy-fits-cause";
export const mirrors = "try again, whatever the cause: article A63, A120";
export const replaces = "src/words.ts#say";
export const title = "Offers to try again whatever failed";

export const say: typeof original = (id, given = {}) =>
  original(id, id === "remedy" ? { remedy: "Try again later." } : given);
