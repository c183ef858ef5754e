/** The first item that fails flips the whole job to its end, while it runs on. */

import { itemEnded as original } from "../src/fold-item";

export const law = "no-premature-terminal";
export const mirrors = "final state shown early: sul-dlss/argo #750, erwindon/SaltGUI #358";
export const replaces = "src/fold-item.ts#itemEnded";
export const title = "Ends the job at the first failed item";

export const itemEnded: typeof original = (job, event, end) => {
  const counted = original(job, event, end);
  const first = end === "failed" && counted.counts.failed === 1;
  return first ? { ...counted, state: "ended", finished: event.time } : counted;
};
