/** What one tab showed: sentences that changed over time, where a document began, and when it could not be seen. */
import type { ScreenTab, SlotText, Timeline } from "../data";
import { s } from "../dom";
import { label, tellingRows, type Segment } from "../layout";
import { tabName } from "../moment/tabs";
import { toX, type Scale } from "../scale";
import { spoken } from "../words";
import { block, inView, line, type Lane } from "./lanes";

const PAGES = 18;
const ROW = 24;
const MOST_ROWS = 4;
const MOST_ROWS_OF_MANY = 2;
const PAGE_WORDS: Record<string, string> = {
  open: "page opened",
  reload: "page reloaded",
  navigate: "page changed",
  close: "tab closed",
  unreachable: "no connection",
  hide: "tab hidden",
  show: "tab shown",
};

/** A lane for each tab. */
export function screenLanes({ screen: { tabs }, end }: Timeline): Lane[] {
  return tabs.map((tab) => screenLane(tab, end, tabs.length > 1));
}

function screenLane(tab: ScreenTab, end: number, isOneOfMany: boolean): Lane {
  const rows = tellingRows(ended(tab, end), end, isOneOfMany ? MOST_ROWS_OF_MANY : MOST_ROWS);
  const height = PAGES + Math.max(rows.length, 1) * ROW + 6;
  return {
    title: isOneOfMany ? tabName(tab.tab) : "Screen",
    hint: "what the page said",
    height,
    draw: (group, scale) => {
      for (const [from, to] of tab.hidden) drawHidden(group, scale, from, to, height);
      drawPages(group, scale, tab.pages, height);
      rows.forEach((row, index) => row.forEach((one) => drawSentence(group, scale, one, PAGES + index * ROW)));
    },
  };
}

/** A tab that was closed says nothing from then on. */
function ended({ texts, to }: ScreenTab, end: number): SlotText[] {
  const slots = new Set(texts.map(([, slot]) => slot));
  return to < end ? [...texts, ...[...slots].map((slot): SlotText => [to, slot, ""])] : texts;
}

function drawSentence(group: SVGGElement, scale: Scale, one: Segment, y: number): void {
  const full = `“${label(one)}”, ${spoken(one.from)} to ${spoken(one.to)}`;
  block(group, scale, { from: one.from, to: one.to, y, height: ROW - 3, kind: "sentence", text: label(one), full });
}

function drawHidden(group: SVGGElement, scale: Scale, from: number, to: number, height: number): void {
  if (!inView(scale, from, to)) return;
  const x = toX(scale, from);
  const words = `Hidden: nobody could see this tab, ${spoken(from)} to ${spoken(to)}`;
  group.append(
    s(
      "g",
      {},
      s("title", {}, words),
      s("rect", { x, y: 0, width: Math.max(toX(scale, to) - x, 1), height, class: "hidden-span" }),
    ),
  );
}

function drawPages(group: SVGGElement, scale: Scale, pages: ScreenTab["pages"], height: number): void {
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
