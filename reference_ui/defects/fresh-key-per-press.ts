/** Each press of the button is a wish of its own, with a key of its own, even while the first is on its way. */

import type { beginSubmission as original } from "../src/submission";

export const law = "submit-once";
export const mirrors = "second click submits twice: dimagi/commcare-hq #28335, carpentries/amy #2511";
export const replaces = "src/submission.ts#beginSubmission";
export const title = "Sends a fresh Idempotency-Key with each press";

export const beginSubmission: typeof original = (_current, wish, freshKey) => {
  return { wish, key: freshKey, phase: "sending", attempt: 1, alone: true, refusal: null };
};
