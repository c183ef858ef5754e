/** The timeline of a trial: four lanes on one axis, its findings marked on it, a cursor that reads out a moment. */
import type { Numbered, Timeline } from "../data";
import { button, h } from "../dom";
import { around, type Window } from "../scale";
import { Canvas } from "./canvas";
import { readout } from "./readout";

export function timelineView(timeline: Timeline, own: Numbered[], chosen?: Numbered): HTMLElement {
  const start = chosen?.finding.at_ms ?? timeline.truth.runs[0]?.accepted ?? 0;
  const told = h("div", { class: "readout" });
  const canvas = new Canvas(timeline, own, chosen, start, (at) => told.replaceChildren(...readout(timeline, at)));
  told.replaceChildren(...readout(timeline, start));
  return h(
    "section",
    { class: "block timeline", "aria-labelledby": "timeline-title" },
    h("h2", { id: "timeline-title" }, chosen ? "How it came about" : "The trial, moment by moment"),
    h("p", { class: "lead" }, "What the job really did, what the network let through, what the person did, and what the page showed, on one clock. Move the cursor to read any moment."),
    controls(canvas, timeline, chosen),
    canvas.element,
    told,
    h("p", { class: "note keys" }, "Drag across the lanes to look closer, double-click to see all. With the keyboard: ← → move the cursor, + − zoom, 0 shows all."),
  );
}

function controls(canvas: Canvas, timeline: Timeline, chosen: Numbered | undefined): HTMLElement {
  const whole: Window = { from: 0, to: timeline.end };
  return h(
    "div",
    { class: "controls", role: "group", "aria-label": "Zoom" },
    button("Whole trial", () => canvas.look(whole)),
    chosen && button(`Around finding ${chosen.number}`, () => canvas.look(around(chosen.finding.at_ms, chosen.finding.until_ms, timeline.end))),
    button("Closer", () => canvas.zoom(0.5), { "aria-label": "Look closer at the cursor" }),
    button("Wider", () => canvas.zoom(2), { "aria-label": "Look wider around the cursor" }),
  );
}
