/** The timeline of a trial: four lanes on one axis, its findings marked on it, a cursor that reads out a moment. */
import type { Numbered, Timeline } from "../data";
import { button, h, s } from "../dom";
import { around, type Window } from "../scale";
import { Canvas } from "./canvas";
import { readout } from "./readout";

export function timelineView(timeline: Timeline, own: Numbered[], chosen?: Numbered): HTMLElement {
  const first = timeline.truth.runs.find((run) => run.by !== "world");
  const start = chosen?.finding.at_ms ?? first?.accepted ?? 0;
  const told = h("div", { class: "readout" });
  const canvas = new Canvas(timeline, own, chosen, start, (at) => told.replaceChildren(...readout(timeline, at)));
  told.replaceChildren(...readout(timeline, start));
  return h(
    "section",
    { class: "block timeline", "aria-labelledby": "timeline-title" },
    h("h2", { id: "timeline-title" }, chosen ? "How it came about" : "The trial, moment by moment"),
    h(
      "p",
      { class: "lead" },
      "What the job really did, what the network let through, what the person did, and what the page showed, on one clock. Move the cursor to read any moment.",
    ),
    controls(canvas, timeline, chosen),
    canvas.element,
    told,
    key(),
    h(
      "p",
      { class: "note keys" },
      "Drag across the lanes to look closer, double-click to see all. With the keyboard: ← → move the cursor, + − zoom, 0 shows all.",
    ),
  );
}

/** What the marks mean. */
function key(): HTMLElement {
  const entries: [string, SVGElement[]][] = [
    ["items that succeeded", [s("rect", { x: 1, y: 3, width: 14, height: 10, class: "chart-succeeded" })]],
    ["failed", [s("rect", { x: 1, y: 3, width: 14, height: 10, class: "chart-failed" })]],
    ["skipped", [s("rect", { x: 1, y: 3, width: 14, height: 10, class: "chart-skipped" })]],
    [
      "a request, as long as its answer took",
      [
        s(
          "g",
          { class: "request-read" },
          s("line", { x1: 3, x2: 3, y1: 1, y2: 14 }),
          s("line", { x1: 3, x2: 14, y1: 14, y2: 14 }),
        ),
      ],
    ],
    [
      "one that changes something",
      [
        s(
          "g",
          { class: "request-write" },
          s("line", { x1: 8, x2: 8, y1: 1, y2: 15 }),
          s("circle", { cx: 8, cy: 4, r: 3.2 }),
        ),
      ],
    ],
    [
      "one that went wrong",
      [
        s(
          "g",
          { class: "request-wrong" },
          s("line", { x1: 8, x2: 8, y1: 1, y2: 15 }),
          s("path", { d: "M4 2l8 8m0 -8l-8 8" }),
        ),
      ],
    ],
    [
      "said aloud to screen readers",
      [s("g", { class: "announcement" }, s("path", { d: "M3 3h10v8h-6l-3 3.5v-3.5h-1z" }))],
    ],
  ];
  const shown = entries.map(([words, drawn]) =>
    h("li", {}, s("svg", { width: 16, height: 16, viewBox: "0 0 16 16", "aria-hidden": "true" }, ...drawn), words),
  );
  return h("ul", { class: "key" }, ...shown);
}

function controls(canvas: Canvas, timeline: Timeline, chosen: Numbered | undefined): HTMLElement {
  const whole: Window = { from: 0, to: timeline.end };
  return h(
    "div",
    { class: "controls", role: "group", "aria-label": "Zoom" },
    button("Whole trial", () => canvas.look(whole)),
    chosen &&
      button(`Around finding ${chosen.number}`, () =>
        canvas.look(around(chosen.finding.at_ms, chosen.finding.until_ms, timeline.end)),
      ),
    button("Closer", () => canvas.zoom(0.5), { "aria-label": "Look closer at the cursor" }),
    button("Wider", () => canvas.zoom(2), { "aria-label": "Look wider around the cursor" }),
  );
}
