/** A request that had no answer is sent again as if it were a new wish, with a key of its own. */

import { submit as original } from "../src/network";

export const law = "submit-once";
export const mirrors = "the same is submitted twice when the first had no answer: article A16; Idempotency-Key draft";
export const replaces = "src/network.ts#submit";
export const title = "Sends a lost request again with a fresh Idempotency-Key";

const sent = new Set<string>();

export const submit: typeof original = (order, key) => {
  const again = sent.has(key);
  sent.add(key);
  return original(order, again ? crypto.randomUUID() : key);
};
