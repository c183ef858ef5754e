/** Counts what was fetched instead of what was finished: of each page of ten, one item counts twice. */

import { countItem as original } from "../src/fold-item";

export const law = "count-true";
export const mirrors = "progress moves with what is fetched, not with what is done: motuz #355; laws.md, count-true";
export const replaces = "src/fold-item.ts#countItem";
export const title = "Counts pages fetched instead of items finished";

const PAGE = 10;
let heard = 0;

export const countItem: typeof original = (counts, end) => {
  const counted = original(counts, end);
  heard += 1;
  // Stays below the total: to say that all is done would break another law.
  const most = Math.max((counts.total ?? Infinity) - 1, counts.processed);
  return { ...counted, processed: Math.min(counted.processed + (heard % PAGE === 0 ? 1 : 0), most) };
};
