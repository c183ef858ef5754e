/** Only the browser's word counts: a network that swallows everything, and still calls itself online, is not noticed. */

import { createServices as original } from "../src/services";

export const law = "offline-disclosed";
export const mirrors = "a connection that is gone, and stale data without a warning: jippi/hashi-ui #119";
export const replaces = "src/services.ts#createServices";
export const title = "Says nothing when no news comes while the browser is online";

export const createServices: typeof original = (network) => {
  const services = original(network);
  const { contact } = services;
  const update = contact.update.bind(contact);
  contact.update = (change) => update((now) => ({ ...change(now), silent: false }));
  return services;
};
