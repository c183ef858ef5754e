/** Whatever has come to an end counts as done well, and what failed or was skipped counts there once more. */

import { countItem as original } from "../src/fold-item";

export const law = "counts-add-up";
export const mirrors = "30 imported of 30 with 10 failed and 10 skipped: obsidian-importer #392 (Notion)";
export const replaces = "src/fold-item.ts#countItem";
export const title = "Counts failed and skipped items among the succeeded";

export const countItem: typeof original = (counts, end) => {
  const counted = original(counts, end);
  return end === "succeeded" ? counted : { ...counted, succeeded: counted.succeeded + 1 };
};
