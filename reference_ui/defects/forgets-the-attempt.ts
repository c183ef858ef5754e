/** An item that has succeeded is counted, and on which attempt is not kept. */

import type { wonWith as original } from "../src/fold-item";

export const law = "winning-attempt-named";
export const mirrors = "people are told which attempt eventually succeeded: article A68";
export const replaces = "src/fold-item.ts#wonWith";
export const title = "Does not say on which attempt a job succeeded";

export const wonWith: typeof original = (won) => won;
