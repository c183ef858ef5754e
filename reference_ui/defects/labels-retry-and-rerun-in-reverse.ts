/** Two buttons carry each other's names: the one that retries what failed runs everything again. */

import { actionName as original } from "../src/describe-actions";
import type { Doing } from "../src/job";

export const law = "retry-failed-only";
export const mirrors = "people retry failed items only: article A82";
export const replaces = "src/describe-actions.ts#actionName";
export const title = "Puts the name of the retry on the button that runs everything again";

const REVERSED: Partial<Record<Doing, Doing>> = { "retry-failed": "rerun", rerun: "retry-failed" };

export const actionName: typeof original = (job, doing) => original(job, REVERSED[doing] ?? doing);
