/** After a reload the page shows how it was then, and for twenty seconds nothing that came later. */

import { applyEvent as original } from "../src/reducer";

export const law = "reload-restores";
export const mirrors = "reload freezes progress: openmpf #681, wr #12";
export const replaces = "src/reducer.ts#applyEvent";
export const title = "Stands still after a reload";

const MARK = "address-then";
const STILL_MS = 20_000;
const openedAtMs = Date.now();
let missed = false;

/** Whether this document came by a reload: the same tab showed the same address just before. */
const reloaded = sessionStorage.getItem(MARK) === location.pathname;
window.addEventListener("pagehide", () => sessionStorage.setItem(MARK, location.pathname));

export const applyEvent: typeof original = (state, event) => {
  const atMs = Date.parse(event.time);
  if (reloaded && atMs < openedAtMs + STILL_MS) {
    missed = true;
    return { ...state, lastEvent: event.seq, asOf: atMs };
  }
  const heard = original(state, event);
  const doubted = missed ? { ...heard, doubtedEvent: event.seq } : heard;
  missed = false;
  return doubted;
};
