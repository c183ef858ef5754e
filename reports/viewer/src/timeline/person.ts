/** The person: what they did, each step a flag with its words. */
import type { Step } from "../data";
import { s } from "../dom";
import { packed } from "../layout";
import { toX, type Scale } from "../scale";
import { shortened, spoken } from "../words";
import { inView, type Lane } from "./lanes";

const ROW = 22;
const MOST_ROWS = 4;

export function personLane(steps: Step[], end: number): Lane {
  // room for the words is judged at the width of a whole trial on a wide screen
  const room = (step: Step): number => step.at + (step.words.length * 6.6 + 24) * (end / 960);
  const rows = packed(steps.map((step) => ({ from: step.at, to: room(step) })));
  const height = Math.min(MOST_ROWS, Math.max(0, ...rows) + 1) * ROW + 8;
  return {
    title: "Person",
    hint: "what they did",
    height,
    draw: (group, scale) =>
      steps.forEach((step, index) => drawStep(group, scale, step, ((rows[index] ?? 0) % MOST_ROWS) * ROW)),
  };
}

function drawStep(group: SVGGElement, scale: Scale, step: Step, y: number): void {
  if (!inView(scale, step.at)) return;
  const x = toX(scale, step.at);
  const words = capital(step.words);
  const left = x + 200 < scale.width || x < scale.width / 2;
  const room = left ? scale.width - x - 12 : x - 12;
  group.append(
    s(
      "g",
      { class: "step" },
      s("title", {}, `${words}, at ${spoken(step.at)}`),
      s("circle", { cx: Math.max(x, 6), cy: y + 12, r: 5 }),
      s(
        "text",
        { x: left ? Math.max(x, 6) + 11 : x - 11, y: y + 16, "text-anchor": left ? "start" : "end" },
        shortened(words, room),
      ),
    ),
  );
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
