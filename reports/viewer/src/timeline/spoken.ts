/** A moment in one breath, for the value of the timeline's slider. */
import type { Timeline } from "../data";
import { standing } from "../layout";
import { truthAt } from "./readout";

export function readoutWords(timeline: Timeline, at: number): string {
  const truth = truthAt(timeline, at).join("; ") || "no job yet";
  const said = standing(timeline.screen.texts, at)[0];
  return `Truth: ${truth}. ${said ? `Screen: “${said}”.` : "The screen says nothing."}`;
}
