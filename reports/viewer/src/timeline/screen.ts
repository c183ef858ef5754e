/** The screen: sentences that changed over time, what was announced, and where a document began. */
import type { Timeline } from "../data";
import { s } from "../dom";
import { label, tellingRows, type Segment } from "../layout";
import { toX, type Scale } from "../scale";
import { spoken } from "../words";
import { block, inView, line, type Lane } from "./lanes";

const PAGES = 18;
const ROW = 24;
const SAID = 20;
const MOST_ROWS = 4;
const PAGE_WORDS: Record<string, string> = {
  open: "page opened",
  reload: "page reloaded",
  navigate: "page changed",
  close: "tab closed",
  unreachable: "no connection",
  hide: "tab hidden",
  show: "tab shown",
};

export function screenLane(screen: Timeline["screen"], end: number): Lane {
  const rows = tellingRows(screen.texts, end, MOST_ROWS);
  const said = screen.announcements.length > 0 ? SAID : 0;
  return {
    title: "Screen",
    hint: "what the page said",
    height: PAGES + rows.length * ROW + said + 6,
    draw: (group, scale) => {
      drawPages(group, scale, screen.pages, PAGES + rows.length * ROW + said);
      rows.forEach((row, index) => row.forEach((one) => drawSentence(group, scale, one, PAGES + index * ROW)));
      drawAnnouncements(group, scale, screen.announcements, PAGES + rows.length * ROW);
    },
  };
}

function drawSentence(group: SVGGElement, scale: Scale, one: Segment, y: number): void {
  const full = `“${label(one)}”, ${spoken(one.from)} to ${spoken(one.to)}`;
  block(group, scale, { from: one.from, to: one.to, y, height: ROW - 3, kind: "sentence", text: label(one), full });
}

function drawPages(group: SVGGElement, scale: Scale, pages: Timeline["screen"]["pages"], height: number): void {
  let free = -Infinity;
  for (const page of pages) {
    if (!inView(scale, page.at)) continue;
    const x = toX(scale, page.at);
    const words = PAGE_WORDS[page.cause] ?? page.cause;
    line(group, x, 2, height, "page-line");
    if (x >= free) group.append(s("text", { x: x + 5, y: 12, class: "page-words" }, s("title", {}, page.url), words));
    if (x >= free) free = x + words.length * 6.2 + 14;
  }
}

function drawAnnouncements(
  group: SVGGElement,
  scale: Scale,
  announcements: Timeline["screen"]["announcements"],
  y: number,
): void {
  for (const [at, text, politeness] of announcements) {
    if (!inView(scale, at)) continue;
    const x = toX(scale, at);
    group.append(
      s(
        "g",
        { class: "announcement" },
        s("title", {}, `Announced to screen readers (${politeness}) at ${spoken(at)}: “${text}”`),
        s("path", { d: `M${x - 5} ${y + 5}h10v8h-6l-3 3.5v-3.5h-1z` }),
      ),
    );
  }
}
