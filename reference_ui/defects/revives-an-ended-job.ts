/** A late word of the time before the end is taken for news: the job that had just ended runs again, for some seconds. */

import { applyHeartbeat as original } from "../src/reducer";

export const law = "monotonic-view";
export const mirrors = "a late answer overwrites a newer one: article A136; laws.md, monotonic-view";
export const replaces = "src/reducer.ts#applyHeartbeat";
export const title = "Goes back to “Running” just after the end";

const JUST_ENDED_MS = 5_000;

export const applyHeartbeat: typeof original = (state, time, lastEvent) => {
  const heard = original(state, time, lastEvent);
  const now = Date.parse(time);
  const jobs = Object.entries(heard.jobs).map(([id, job]) => {
    const endedMs = Date.parse(job.finished ?? "");
    if (job.state === "ended" && now - endedMs < JUST_ENDED_MS) return [id, { ...job, state: "running" }] as const;
    return [id, job.state === "running" && job.finished !== null ? { ...job, state: "ended" } : job] as const;
  });
  return { ...heard, jobs: Object.fromEntries(jobs) as typeof heard.jobs };
};
