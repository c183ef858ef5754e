/**
 * One time for all tabs: the tab in which something happens first goes on, of several the one with the lowest number. It
 * runs until a moment, until a request needs an answer that nobody has shipped, or until a page leaves.
 */
import { grantLocks } from "./locks";
import type { Runtime } from "./runtime";
import type { Harvest, Outcome, Segment } from "./types";

export async function conduct(segment: Segment, tabs: readonly Runtime[]): Promise<Outcome> {
  const { fault_counts, next_request, from_ms, until_ms } = segment;
  const harvest: Harvest = { records: [], closed: [], fault_counts, next_request };
  for (const tab of tabs) await tab.join(segment, harvest);
  // A document that is gone holds nothing any more.
  grantLocks();
  let now = await run(tabs, from_ms, until_ms);
  if (!stopped(tabs)) {
    if (until_ms > now) await paint(tabs);
    for (const tab of tabs) tab.moveTo(until_ms);
    await paint(tabs);
    now = Math.max(now, until_ms);
  }
  for (const tab of tabs) tab.part();
  return report(tabs, harvest, now);
}

/** Returns the moment that was reached. */
async function run(tabs: readonly Runtime[], fromMs: number, untilMs: number): Promise<number> {
  let now = fromMs;
  while (!stopped(tabs)) {
    const tab = earliest(tabs);
    const at = tab.next();
    if (at > untilMs) break;
    if (at > now) {
      await paint(tabs);
      for (const one of tabs) one.moveTo(at);
      now = at;
    }
    await tab.step();
  }
  if (tabs.some((tab) => tab.leaving)) await paint(tabs);
  return now;
}

function earliest(tabs: readonly Runtime[]): Runtime {
  return tabs.reduce((first, tab) => (tab.next() < first.next() ? tab : first));
}

function stopped(tabs: readonly Runtime[]): boolean {
  return tabs.some((tab) => tab.question !== null || tab.trouble !== null || tab.leaving !== null);
}

async function paint(tabs: readonly Runtime[]): Promise<void> {
  for (const tab of tabs) await tab.paint();
}

function report(tabs: readonly Runtime[], harvest: Harvest, now: number): Outcome {
  const leaver = tabs.find((tab) => tab.leaving);
  return {
    ...harvest,
    // What comes while the clock stands belongs to the next report.
    records: harvest.records.splice(0),
    closed: harvest.closed.splice(0),
    now_ms: now,
    question: tabs.find((tab) => tab.question)?.question ?? null,
    leaving: leaver ? { tab: leaver.tab, cause: leaver.leaving! } : null,
    trouble: tabs.find((tab) => tab.trouble)?.trouble ?? null,
  };
}
