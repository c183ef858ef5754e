/** The person: what they did, each step a dot with its words. */
import type { Step } from "../data";
import { s } from "../dom";
import { packed, roomInRow } from "../layout";
import { toX, type Scale } from "../scale";
import { capital, shortened, spoken } from "../words";
import { inView, type Lane } from "./lanes";

const ROW = 22;
const MOST_ROWS = 4;
const DOT = 6;

export function personLane(steps: Step[], end: number): Lane {
  // room for the words is judged at the width of a whole trial on a wide screen
  const needed = (step: Step): number => step.at + (step.words.length * 6.6 + 24) * (end / 960);
  const rows = packed(steps.map((step) => ({ from: step.at, to: needed(step) }))).map((row) => row % MOST_ROWS);
  return {
    title: "Person",
    hint: "what they did",
    height: (Math.max(0, ...rows) + 1) * ROW + 8,
    draw: (group, scale) => {
      const moments = steps.map((step) => step.at);
      const places = moments.map((at) => Math.max(toX(scale, at), DOT));
      steps.forEach((step, index) =>
        drawStep(group, scale, step, (rows[index] ?? 0) * ROW, roomInRow(places, rows, index, scale.width)),
      );
    },
  };
}

/** Its words go to the left where the right is too narrow for them and nothing stands there. */
function drawStep(
  group: SVGGElement,
  scale: Scale,
  step: Step,
  y: number,
  room: { before: number; after: number },
): void {
  if (!inView(scale, step.at)) return;
  const x = Math.max(toX(scale, step.at), DOT);
  const words = capital(step.words);
  const onTheLeft = room.after < 120 && room.before > room.after;
  const text = shortened(words, (onTheLeft ? room.before : room.after) - 2 * DOT);
  group.append(
    s(
      "g",
      { class: "step" },
      s("title", {}, `${words}, at ${spoken(step.at)}`),
      s("circle", { cx: x, cy: y + 12, r: 5 }),
      s("text", { x: onTheLeft ? x - 11 : x + 11, y: y + 16, "text-anchor": onTheLeft ? "end" : "start" }, text),
    ),
  );
}
