/** The truth: for each run its state, its phases, how its items ended over time, and its ending. */
import type { Run } from "../data";
import { s } from "../dom";
import { packed } from "../layout";
import { toX, type Scale } from "../scale";
import { OUTCOME_WORDS, STATE_WORDS, spoken } from "../words";
import { block, inView, line, type Lane } from "./lanes";

const TITLE = 18;
const STATES = 24;
const PHASES = 18;
const CHART = 54;
const RUN = TITLE + STATES + PHASES + CHART + 14;

/** The person's jobs in full; those of others, which only make them wait, as a band each. */
export function truthLane(runs: Run[]): Lane {
  const own = runs.filter((run) => run.by !== "world");
  const others = runs.filter((run) => run.by === "world");
  const rows = packed(others.map((run) => ({ from: run.accepted, to: run.ended ?? Infinity })));
  const othersHeight = others.length > 0 ? (Math.max(...rows) + 1) * STATES : 0;
  return {
    title: "Truth",
    hint: "what really happened",
    height: Math.max(RUN * own.length + othersHeight + 6, 40),
    draw: (group, scale) => {
      own.forEach((run, index) => drawRun(group, scale, run, index * RUN));
      others.forEach((run, index) => {
        const then = others.findIndex((_, other) => other > index && rows[other] === rows[index]);
        const free = others[then]?.accepted ?? scale.to;
        drawOther(group, scale, run, own.length * RUN + (rows[index] ?? 0) * STATES, free);
      });
    },
  };
}

function drawOther(group: SVGGElement, scale: Scale, run: Run, y: number, free: number): void {
  const lasting = run.states.filter((band) => band.state !== "ended");
  for (const band of lasting) {
    const beside = band === lasting.at(-1) ? free : band.to;
    const text = `${run.title}: ${(STATE_WORDS[band.state] ?? band.state).toLowerCase()}`;
    const full = `Somebody else’s job. ${text}, ${spoken(band.from)} to ${spoken(band.to)}`;
    const kind = `state-${band.state}`;
    block(group, scale, { from: band.from, to: band.to, y, height: STATES - 4, kind, text, full, beside });
  }
}

function drawRun(group: SVGGElement, scale: Scale, run: Run, top: number): void {
  const name = run.title;
  const x = Math.min(Math.max(toX(scale, run.accepted), 0), Math.max(0, scale.width - 200));
  group.append(s("text", { x, y: top + 12, class: "run-title" }, name));
  drawStates(group, scale, run, top + TITLE);
  drawPhases(group, scale, run, top + TITLE + STATES + 2);
  drawCounts(group, scale, run, top + TITLE + STATES + PHASES + 4);
}

function drawStates(group: SVGGElement, scale: Scale, run: Run, y: number): void {
  for (const band of run.states) {
    if (band.state === "ended") continue;
    const text = STATE_WORDS[band.state] ?? band.state;
    const full = `${text}, ${spoken(band.from)} to ${spoken(band.to)}`;
    block(group, scale, {
      from: band.from,
      to: band.to,
      y,
      height: STATES - 2,
      kind: `state-${band.state}`,
      text,
      full,
    });
  }
  if (run.ended === null || !inView(scale, run.ended)) return;
  const text = OUTCOME_WORDS[run.outcome ?? ""] ?? "Ended";
  drawEnding(group, scale, run, y, text);
}

function drawEnding(group: SVGGElement, scale: Scale, run: Run, y: number, text: string): void {
  const x = toX(scale, run.ended ?? 0);
  const fits = x + text.length * 7 + 16 < scale.width;
  line(group, x, y - 2, STATES + PHASES + CHART + 6, "ending-line");
  group.append(
    s(
      "text",
      {
        x: fits ? x + 7 : x - 7,
        y: y + 15,
        class: `ending ending-${run.outcome ?? "none"}`,
        "text-anchor": fits ? "start" : "end",
      },
      text,
    ),
  );
}

function drawPhases(group: SVGGElement, scale: Scale, run: Run, y: number): void {
  for (const phase of run.phases) {
    const full = `Phase ${phase.title}: ${phase.state}, ${spoken(phase.from)} to ${spoken(phase.to)}`;
    block(group, scale, {
      from: phase.from,
      to: phase.to,
      y,
      height: PHASES - 2,
      kind: "phase",
      text: phase.title,
      full,
    });
  }
}

function drawCounts(group: SVGGElement, scale: Scale, run: Run, top: number): void {
  const total = Math.max(1, ...run.counts.map(([, ok, failed, skipped, all]) => all ?? ok + failed + skipped));
  const end = run.ended ?? scale.to;
  const height = (items: number): number => (items / total) * CHART;
  const bottom = top + CHART;
  group.append(s("line", { x1: 0, x2: scale.width, y1: bottom, y2: bottom, class: "chart-base" }));
  const layers: [string, (point: Run["counts"][number]) => number][] = [
    ["chart-skipped", ([, ok, failed, skipped]) => ok + failed + skipped],
    ["chart-failed", ([, ok, failed]) => ok + failed],
    ["chart-succeeded", ([, ok]) => ok],
  ];
  for (const [kind, value] of layers) {
    const points = run.counts.map((point) => [toX(scale, point[0]), bottom - height(value(point))] as const);
    group.append(s("path", { d: area(points, toX(scale, end), bottom), class: kind }));
  }
  drawTotals(group, scale, run, top, total);
}

function drawTotals(group: SVGGElement, scale: Scale, run: Run, top: number, total: number): void {
  const last = run.counts.at(-1);
  if (!last) return;
  const parts = [`${last[1]} succeeded`, last[2] ? `${last[2]} failed` : "", last[3] ? `${last[3]} skipped` : ""];
  const words = `${parts.filter(Boolean).join(", ")} of ${total} ${run.noun}s`;
  const x = Math.min(Math.max(toX(scale, run.accepted), 0), Math.max(0, scale.width - 240)) + 2;
  group.append(s("text", { x, y: top + 13, class: "chart-words" }, words));
}

/** Steps, not slopes: a count holds until it changes. */
export function area(points: (readonly [number, number])[], right: number, bottom: number): string {
  const first = points[0];
  if (!first) return "";
  const steps = points.map(([x, y]) => `H${x.toFixed(1)}V${y.toFixed(1)}`);
  return `M${first[0].toFixed(1)} ${bottom}${steps.join("")}H${right.toFixed(1)}V${bottom}Z`;
}
