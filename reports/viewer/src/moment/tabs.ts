/** Which tabs there are at a moment, and whether they can be seen. */
import type { ScreenTab, Timeline } from "../data";

export type TabState = "shown" | "hidden" | "closed";

export function stateOf(tab: ScreenTab, at: number, end: number): TabState {
  if (at < tab.from || (at >= tab.to && tab.to < end)) return "closed";
  return tab.hidden.some(([from, to]) => from <= at && at < to) ? "hidden" : "shown";
}

/** The tabs that are open at a moment; the last one that was, if none is. */
export function openTabs(timeline: Timeline, at: number): ScreenTab[] {
  const { tabs } = timeline.screen;
  const open = tabs.filter((tab) => stateOf(tab, at, timeline.end) !== "closed");
  const begun = tabs.filter((tab) => tab.from <= at);
  return open.length > 0 ? open : begun.slice(-1);
}

export function tabName(tab: number): string {
  return `Tab ${tab + 1}`;
}
