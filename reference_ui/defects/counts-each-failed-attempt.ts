/** An attempt that failed counts as a failed item, though the item is tried again and comes to an end of its own. */

import { itemRetrying as original } from "../src/fold-item";

export const law = "counts-add-up";
export const mirrors = "failures of attempts in the sum of items: lantins/resque-retry #12, kiwi #271";
export const replaces = "src/fold-item.ts#itemRetrying";
export const title = "Counts each failed attempt as a failed item";

export const itemRetrying: typeof original = (job, event) => {
  const { counts } = job;
  return original({ ...job, counts: { ...counts, failed: counts.failed + 1 } }, event);
};
