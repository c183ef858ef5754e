/** Going back to a page that was left by an order sends the order again, as old forms did. */

import { submit as original } from "../src/network";

export const law = "reload-harmless";
export const mirrors = "back and forward post again: article A24 and A25; laws.md, reload-harmless";
export const replaces = "src/network.ts#submit";
export const title = "Sends the last order again on the way back";

type Given = Parameters<typeof original>;

let last: Given | undefined;
window.addEventListener("popstate", (event) => {
  // The application's own turns are made by itself.
  if (event.isTrusted && last !== undefined) void original(...last);
});

export const submit: typeof original = (...given) => {
  last = given;
  return original(...given);
};
