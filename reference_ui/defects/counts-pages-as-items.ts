/** Counts by what was fetched instead of what was finished: of each page of ten, the last item is left out. */

import { countItem as original } from "../src/fold-item";

export const law = "count-true";
export const mirrors = "progress moves with what is fetched, not with what is done: motuz #355; laws.md, count-true";
export const replaces = "src/fold-item.ts#countItem";
export const title = "Counts pages fetched instead of items finished";

const PAGE = 10;
let heard = 0;

export const countItem: typeof original = (counts, end) => {
  heard += 1;
  return heard % PAGE === 0 ? counts : original(counts, end);
};
