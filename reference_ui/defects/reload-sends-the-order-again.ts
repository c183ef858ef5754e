/** The last order is sent again with the page: a reload asks for the same job once more. */

import { submit as original } from "../src/network";

export const law = "reload-harmless";
export const mirrors = "F5 schedules the job again: fossology #806";
export const replaces = "src/network.ts#submit";
export const title = "Sends the last order again on reload";

const PLACE = "last-order";

type Given = Parameters<typeof original>;

const kept = sessionStorage.getItem(PLACE);
if (kept !== null) setTimeout(() => void original(...(JSON.parse(kept) as Given)));

export const submit: typeof original = (...given) => {
  sessionStorage.setItem(PLACE, JSON.stringify(given));
  return original(...given);
};
