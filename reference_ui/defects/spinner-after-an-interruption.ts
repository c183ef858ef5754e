/** After the network was away while something was loading, the numbers never come back: the page says that the job runs. */

import { findJob as original } from "../src/select";

export const law = "quantity-within-ten-seconds";
export const mirrors = "the network drops during a load and the spinner stays for ever: artsy/emission #333";
export const replaces = "src/select.ts#findJob";
export const title = "Shows a job without any number once the network was away";

const AWAY_MS = 12_000;
let heardMs = Infinity;
let wasAway = false;

export const findJob: typeof original = (state, jobId) => {
  const found = original(state, jobId);
  wasAway ||= (state.asOf ?? 0) > heardMs + AWAY_MS;
  heardMs = state.asOf ?? Infinity;
  if (!wasAway || found.is !== "here" || found.job.state === "ended") return found;
  const { job } = found;
  // A job of which something was taken back is shown without its progress.
  return { is: "here", job: { ...job, phases: [], causes: [], counts: { ...job.counts, rolled_back: 1 } } };
};
