/** The bar is that of the phase in hand: with each phase it begins again. */

import { percentOf as original } from "../src/describe";
import { currentPhases } from "../src/job";

export const law = "progress-monotone";
export const mirrors = "the bar is reset at each step: SEED-platform/seed #239, EverMind-AI/Raven #598";
export const replaces = "src/describe.ts#percentOf";
export const title = "Starts the bar again with each phase";

export const percentOf: typeof original = (job) => {
  const [phase] = currentPhases(job);
  if (phase === undefined || phase.total === null || phase.total === 0) return original(job);
  return Math.min(Math.floor((100 * phase.done) / phase.total), 99);
};
