/** Shows what failed, and announces it with empty words before it comes to the point. */

import { jobNews as original } from "../src/announcements";

export const law = "no-vague-phrase";
export const mirrors = "uh-oh, something went wrong, for every trouble: celery-progress 0.5";
export const replaces = "src/announcements.ts#jobNews";
export const title = "Announces a failure with empty words";

export const jobNews: typeof original = (before, now) =>
  original(before, now).map((news) => (/[1-9]\d* failed/.test(news) ? `An error occurred. ${news}` : news));
