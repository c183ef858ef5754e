/** Says what is wrong and stops there: the service told a way out, and the page keeps it back. */

import { say as original } from "../src/words";

export const law = "remedy-fits-cause";
export const mirrors = "told to retry, with nothing to press anywhere: Uppy 6.0.1, seen by hand";
export const replaces = "src/words.ts#say";
export const title = "Says why items failed, and not what to do";

export const say: typeof original = (id, given = {}) => original(id, id === "remedy" ? { remedy: "" } : given);
