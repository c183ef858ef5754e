/** What was said aloud to screen readers: a bubble for each, and its words where there is room. */
import type { Announcement } from "../data";
import { s } from "../dom";
import { packed, roomInRow } from "../layout";
import { toX, type Scale } from "../scale";
import { shortened, spoken } from "../words";
import { inView, type Lane } from "./lanes";

const ROW = 20;
const MOST_ROWS = 3;
const PER_MARK = 6.2;
const SHORTEST = 16;

export function announcementLane(announcements: Announcement[], end: number): Lane {
  // room for some words is judged at the width of a whole trial on a wide screen
  const spans = announcements.map(([at]) => ({ from: at, to: at + (SHORTEST * PER_MARK + 20) * (end / 960) }));
  const rows = packed(spans).map((row) => row % MOST_ROWS);
  const height = announcements.length > 0 ? (Math.max(...rows) + 1) * ROW + 4 : 18;
  return {
    title: "Aloud",
    hint: announcements.length > 0 ? "to screen readers" : "nothing was announced",
    height,
    draw: (group, scale) => {
      const places = announcements.map(([at]) => toX(scale, at));
      announcements.forEach((one, index) =>
        draw(group, scale, one, (rows[index] ?? 0) * ROW, roomInRow(places, rows, index, scale.width).after - 18),
      );
    },
  };
}

function draw(group: SVGGElement, scale: Scale, [at, text, politeness]: Announcement, y: number, width: number): void {
  if (!inView(scale, at)) return;
  const x = toX(scale, at);
  group.append(
    s(
      "g",
      { class: "announcement" },
      s("title", {}, `Announced to screen readers (${politeness}) at ${spoken(at)}: “${text}”`),
      s("path", { d: `M${x - 5} ${y + 3}h10v8h-6l-3 3.5v-3.5h-1z` }),
      s("text", { x: x + 10, y: y + 12 }, shortened(text, width, PER_MARK)),
    ),
  );
}
