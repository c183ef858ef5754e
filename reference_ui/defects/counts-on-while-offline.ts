/** Out of touch, the page reckons how far the job will be by now, and shows that. */

import { createServices as original } from "../src/services";

export const law = "frozen-and-stamped";
export const mirrors = "offline, a timer runs the numbers on: article A136; laws.md, frozen-and-stamped";
export const replaces = "src/services.ts#createServices";
export const title = "Counts on by itself while it is out of touch";

const ITEM_MS = 5_000;

export const createServices: typeof original = (network) => {
  const services = original(network);
  const { contact, jobs } = services;
  const onAnother = (): void => {
    if (contact.value.online && !contact.value.silent) return;
    jobs.update((state) => {
      const counted = Object.entries(state.jobs).map(([id, job]) => {
        const { total, processed, succeeded } = job.counts;
        const goesOn = job.state === "running" && total !== null && processed < total - 1;
        const counts = { ...job.counts, processed: processed + 1, succeeded: succeeded + 1 };
        return [id, goesOn ? { ...job, counts } : job] as const;
      });
      return { ...state, jobs: Object.fromEntries(counted) };
    });
  };
  setInterval(onAnother, ITEM_MS);
  return services;
};
