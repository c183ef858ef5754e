/** One moment in words: a line for each lane. It holds all that the drawing shows, for those who cannot see it. */
import type { Timeline } from "../data";
import { h } from "../dom";
import { lastAt, standing } from "../layout";
import { spoken } from "../words";

const MOST_SENTENCES = 4;

export function readout(timeline: Timeline, at: number): HTMLElement[] {
  const lines: [string, string[]][] = [
    ["Truth", truthAt(timeline, at)],
    ["Network", networkAt(timeline, at)],
    ["Person", personAt(timeline, at)],
    [
      "Screen",
      standing(timeline.screen.texts, at)
        .slice(0, MOST_SENTENCES)
        .map((text) => `“${text}”`),
    ],
  ];
  return [
    h("p", { class: "readout-time" }, `At ${spoken(at)}`),
    h(
      "dl",
      {},
      ...lines.map(([name, words]) =>
        h("div", { class: `readout-${name.toLowerCase()}` }, h("dt", {}, name), ...said(words)),
      ),
    ),
  ];
}

function said(words: string[]): HTMLElement[] {
  return words.length > 0 ? words.map((one) => h("dd", {}, one)) : [h("dd", { class: "quiet" }, "nothing")];
}

export function truthAt(timeline: Timeline, at: number): string[] {
  const runs = timeline.truth.runs.filter((run) => run.accepted <= at);
  return runs.map((run) => `${run.title}: ${lastAt(run.says, at)?.[1] ?? "accepted"}`);
}

function networkAt(timeline: Timeline, at: number): string[] {
  const faults = timeline.network.faults.filter(
    (fault) => fault.from <= at && at <= Math.max(fault.to, fault.from + 50),
  );
  const open = timeline.network.requests.filter(
    (one) => one.via !== "eventsource" && one.at <= at && at < (one.answered ?? one.at + 10_000),
  );
  const words = [...faults.map((fault) => capital(fault.words)), ...open.map((one) => `waiting for ${one.what}`)];
  return words.length > 0 ? words : [`as usual${timeline.network.profile ? ` (${timeline.network.profile})` : ""}`];
}

function personAt(timeline: Timeline, at: number): string[] {
  const last = timeline.person.findLast((step) => step.at <= at);
  if (!last) return [];
  const ago = at - last.at;
  return [ago < 1000 ? capital(last.words) : `Waits. ${spoken(ago)} before: ${last.words}`];
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
