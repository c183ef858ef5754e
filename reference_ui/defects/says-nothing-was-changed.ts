/** Whatever a cancelled job has left, its page says that it left nothing. */

import { receipt as original } from "../src/describe-cancelling";

export const law = "cancelled-summary-true";
export const mirrors = "cancelled at 69 %, and everything was there: FredHutch/motuz#338";
export const replaces = "src/describe-cancelling.ts#receipt";
export const title = "Says that a cancelled job has changed nothing";

export const receipt: typeof original = (job) => (original(job) === "" ? "" : "Nothing was changed.");
