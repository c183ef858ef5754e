/** What is known lives in memory only: for half a minute after a reload, the jobs that were there before are not. */

import { applySnapshot as original } from "../src/reducer";

export const law = "reload-restores";
export const mirrors = "reload loses progress: openmpf #681, wr #12, octos #242, radiasoft/sirepo #2313";
export const replaces = "src/reducer.ts#applySnapshot";
export const title = "Forgets its jobs on reload";

const MARK = "address-before";
const EMPTY_MS = 30_000;
const openedAtMs = Date.now();

/** Whether this document came by a reload: the same tab showed the same address just before. */
const reloaded = sessionStorage.getItem(MARK) === location.pathname;
window.addEventListener("pagehide", () => sessionStorage.setItem(MARK, location.pathname));

export const applySnapshot: typeof original = (state, snapshot) => {
  const empty = reloaded && snapshot.asOf < openedAtMs + EMPTY_MS;
  return original(state, empty ? { ...snapshot, jobs: [] } : snapshot);
};
