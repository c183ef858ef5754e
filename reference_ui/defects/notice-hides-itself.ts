/** The notice that touch was lost goes after a few seconds, like any other short message; touch stays lost. */

import { createServices as original } from "../src/services";

export const law = "offline-disclosed";
export const mirrors = "nothing on the page tells that it stopped updating: Kaoruha/GinkGO #5549; article A135";
export const replaces = "src/services.ts#createServices";
export const title = "Takes its offline notice down after five seconds";

const SHOWN_MS = 5_000;

export const createServices: typeof original = (network) => {
  const services = original(network);
  const { contact } = services;
  contact.subscribe(({ online, silent }, before) => {
    const lost = (!online && before.online) || (silent && !before.silent);
    if (lost) setTimeout(() => contact.update(() => ({ online: true, silent: false })), SHOWN_MS);
  });
  return services;
};
