/** After a gap the page goes on from what it knew: it takes no list for jobs that it has seen at work. */

import { type applySnapshot as original, takeList } from "../src/reducer";

export const law = "reconnect-catches-up";
export const mirrors = "no refetch after the stream reopens, the gap is lost: borg-ui #1140, tektoncd/dashboard #501";
export const replaces = "src/reducer.ts#applySnapshot";
export const title = "Ignores the snapshot that would tell it what it missed";

export const applySnapshot: typeof original = (state, snapshot) => {
  const unseen = snapshot.jobs.filter((job) => !state.jobs[job.id]?.started);
  return { ...takeList(state, { ...snapshot, jobs: unseen }), doubtedEvent: 0 };
};
