/** Of news that come at one moment the last is lost: the end comes with the end of the last step, and is never shown. */

import { applyEvent as original } from "../src/reducer";

export const law = "terminal-shown-unprompted";
export const mirrors = "all is done and the job stays in progress: openmpf #681, onepanelio/onepanel #166";
export const replaces = "src/reducer.ts#applyEvent";
export const title = "Loses the end of a job that comes with other news";

let newestTime = "";

export const applyEvent: typeof original = (state, event) => {
  const withOthers = event.time === newestTime;
  newestTime = event.time;
  if (event.kind !== "run.ended" || !withOthers) return original(state, event);
  return { ...state, lastEvent: event.seq, asOf: Date.parse(event.time) };
};
