/** After a gap the page goes on from what it knew: it takes no list for jobs that it has already. */

import { type applySnapshot as original, takeList } from "../src/reducer";

export const law = "reconnect-catches-up";
export const mirrors = "no refetch after the stream reopens, the gap is lost: borg-ui #1140, tektoncd/dashboard #501";
export const replaces = "src/reducer.ts#applySnapshot";
export const title = "Ignores the snapshot that would tell it what it missed";

export const applySnapshot: typeof original = (state, snapshot) => {
  const unknown = snapshot.jobs.filter((job) => state.jobs[job.id] === undefined);
  return { ...takeList(state, { ...snapshot, jobs: unknown }), doubtedEvent: 0 };
};
