/** The button says that it retries what failed, and the request asks for all of it again. */

import { submit as original } from "../src/network";

export const law = "retry-failed-only";
export const mirrors = "retry does what had succeeded again, and even doubles it: helixml/helix#126";
export const replaces = "src/network.ts#submit";
export const title = "Runs the whole job again to retry what failed";

export const submit: typeof original = (wish, key) =>
  original(wish.do === "retry-failed" ? { ...wish, do: "rerun" } : wish, key);
