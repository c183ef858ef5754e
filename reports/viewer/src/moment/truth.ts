/** What was true at a moment: each run with its counts, the network, the person. */
import type { Run, Timeline } from "../data";
import { h } from "../dom";
import { lastAt } from "../layout";
import { capital, spoken } from "../words";

/** Ways of asking that stay open: nobody waits for their end. */
const STREAMS = ["eventsource", "websocket"];

export function truthPanel(timeline: Timeline, at: number): HTMLElement[] {
  const runs = timeline.truth.runs.filter((run) => run.accepted <= at);
  const own = runs.filter((run) => run.by !== "world");
  const others = runs.filter((run) => run.by === "world" && (run.ended ?? Infinity) > at);
  return [
    ...(own.length > 0 ? own.map((run) => job(run, at)) : [h("p", { class: "quiet" }, "No job of the person’s yet.")]),
    ...(others.length > 0
      ? [
          around(
            "Jobs of others",
            others.map((run) => `${run.title}: ${clause(run, at)}`),
          ),
        ]
      : []),
    around("Network", networkAt(timeline, at)),
    around("Person", personAt(timeline, at)),
  ];
}

export function clause(run: Run, at: number): string {
  return lastAt(run.says, at)?.[1] ?? "accepted";
}

/** The newest run that the person asked for, in one clause. */
export function truthAt(timeline: Timeline, at: number): string {
  const runs = timeline.truth.runs.filter((run) => run.accepted <= at && run.by !== "world");
  return runs.map((run) => `${run.title}: ${clause(run, at)}`).join("; ") || "no job yet";
}

function job(run: Run, at: number): HTMLElement {
  const counts = lastAt(run.counts, at);
  return h(
    "div",
    { class: "truth-job" },
    h("p", { class: "truth-title" }, run.title),
    h("p", { class: "truth-clause" }, capital(clause(run, at))),
    counts && countsOf(run, counts),
  );
}

function countsOf(run: Run, [, succeeded, failed, skipped, total]: Run["counts"][number]): HTMLElement {
  const left = total === null ? undefined : total - succeeded - failed - skipped;
  const rows: [string, number | undefined][] = [
    ["succeeded", succeeded],
    ["failed", failed],
    ["skipped", skipped],
    ["left", left],
  ];
  return h(
    "dl",
    { class: "truth-counts", "aria-label": `Counts of ${run.noun}s` },
    ...rows.flatMap(([name, count]) =>
      count === undefined ? [] : [h("div", { class: `count-${name}` }, h("dt", {}, name), h("dd", {}, String(count)))],
    ),
  );
}

function around(name: string, words: string[]): HTMLElement {
  return h("div", { class: "truth-around" }, h("h4", {}, name), ...words.map((one) => h("p", {}, one)));
}

function networkAt(timeline: Timeline, at: number): string[] {
  const faults = timeline.network.faults.filter(
    (fault) => fault.from <= at && at <= Math.max(fault.to, fault.from + 50),
  );
  const open = timeline.network.requests.filter(
    (one) => !STREAMS.includes(one.via) && one.at <= at && at < (one.answered ?? one.at + 10_000),
  );
  const words = [...faults.map((fault) => capital(fault.words)), ...open.map((one) => `Waiting for ${one.what}`)];
  return words.length > 0 ? words : [`As usual${timeline.network.profile ? ` (${timeline.network.profile})` : ""}`];
}

function personAt(timeline: Timeline, at: number): string[] {
  const last = timeline.person.findLast((step) => step.at <= at);
  if (!last) return ["Has done nothing yet"];
  const ago = at - last.at;
  return [ago < 1000 ? capital(last.words) : `Waits; ${spoken(ago)} ago: ${last.words}`];
}
