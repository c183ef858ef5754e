/** Once the file is there, the page takes the whole import for done. */

import { phaseEnded as original } from "../src/fold-run";

export const law = "no-premature-terminal";
export const mirrors = "final state shown early: sul-dlss/argo #750";
export const replaces = "src/fold-run.ts#phaseEnded";
export const title = "Ends an import when its upload is over";

export const phaseEnded: typeof original = (job, event) => {
  const ended = original(job, event);
  return event.data.phase === "upload" ? { ...ended, state: "ended", finished: event.time } : ended;
};
