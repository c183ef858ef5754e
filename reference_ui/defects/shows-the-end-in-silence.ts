/** What ends is shown, and nobody says it: who listens goes on waiting. */

import { jobNews as original } from "../src/announcements";
import { hasEnded } from "../src/job";

export const law = "status-announced";
export const mirrors = "progress and end of a job are seen and not announced: APTrust/dart#624";
export const replaces = "src/announcements.ts#jobNews";
export const title = "Does not say aloud that a job has ended";

export const jobNews: typeof original = (before, now) => {
  const going = Object.entries(now.jobs).filter(([, job]) => !hasEnded(job));
  return original(before, { ...now, jobs: Object.fromEntries(going) });
};
