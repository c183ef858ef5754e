/** Where things go when they must not lie on one another, and what a sentence's life looks like as segments. */
import type { SlotText } from "./data";
import { counted } from "./words";

export interface Span {
  from: number;
  to: number;
}

/** The row of each span: the first row whose last span has ended. Spans are taken in the order of their start. */
export function packed(spans: Span[]): number[] {
  const order = spans.map((_, index) => index).sort((a, b) => (spans[a]?.from ?? 0) - (spans[b]?.from ?? 0));
  const ends: number[] = [];
  const rows = new Array<number>(spans.length).fill(0);
  for (const index of order) {
    const span = spans[index] as Span;
    const free = ends.findIndex((end) => end <= span.from);
    const row = free === -1 ? ends.length : free;
    ends[row] = span.to;
    rows[index] = row;
  }
  return rows;
}

/** How far it is from a place to its neighbours in the same row, or to the edges; places go from left to right. */
export function roomInRow(
  places: readonly number[],
  rows: readonly number[],
  index: number,
  width: number,
): { before: number; after: number } {
  const here = places[index] ?? 0;
  const others = places.filter((_, other) => other !== index && rows[other] === rows[index]);
  const before = others.filter((place) => place <= here);
  const after = others.filter((place) => place > here);
  // words of a neighbour to the left may reach up to here
  return { before: before.length > 0 ? 0 : here, after: Math.min(width, ...after) - here };
}

export interface Segment extends Span {
  slot: number;
  first: string;
  last: string;
}

const WITH_THE_PAGE = 6;

/** A clock on the page ticks all the time and tells least. */
const TIME_OF_DAY = /\b\d{1,2}:\d{2}/;

const shape = (text: string): string => text.replace(/\d[\d.,]*/g, "#");

/** Each stretch of time in which a slot said the same but for its numbers. */
export function segments(texts: SlotText[], end: number): Segment[] {
  const open = new Map<number, Segment>();
  const done: Segment[] = [];
  for (const [at, slot, text] of texts) {
    const held = open.get(slot);
    if (held && shape(held.last) === shape(text)) {
      held.last = text;
      continue;
    }
    if (held) done.push({ ...held, to: at });
    open.delete(slot);
    if (text) open.set(slot, { slot, from: at, to: end, first: text, last: text });
  }
  return [...done, ...open.values()].sort((a, b) => a.from - b.from || a.slot - b.slot);
}

export const label = (segment: Segment): string => counted(segment.first, segment.last);

/** The slots that told most over time, in rows; a slot that never changed tells nothing. */
export function tellingRows(texts: SlotText[], end: number, most: number): Segment[][] {
  const changes = new Map<number, number>();
  for (const [, slot, text] of texts) if (text) changes.set(slot, (changes.get(slot) ?? 0) + 1);
  const all = segments(texts, end);
  const first = texts[0]?.[0] ?? 0;
  const lives = [...changes].map(([slot, count]) => {
    const own = all.filter((one) => one.slot === slot);
    const stamp = own.some((one) => TIME_OF_DAY.test(one.last)) ? 100 : 0;
    const passing = own.some((one) => cameAndWent(one, all, end)) ? 20 : 0;
    return {
      own,
      score: own.length * 12 + Math.min(count, 20) + passing - stamp,
      changed: count > 1 || (own[0]?.from ?? first) > first,
    };
  });
  const telling = lives.filter((life) => life.changed && life.own.length > 0).sort((a, b) => b.score - a.score);
  return rowsOf(
    telling.map((life) => life.own),
    most,
  );
}

/** A notice that was there for a while; not what went with its whole page. */
function cameAndWent(one: Segment, all: Segment[], end: number): boolean {
  if (one.from === 0 || one.to === end || one.to - one.from > end / 4) return false;
  return all.filter((other) => other.to === one.to).length <= WITH_THE_PAGE;
}

function rowsOf(lives: Segment[][], most: number): Segment[][] {
  const rows: Segment[][] = [];
  for (const life of lives) {
    const fits = rows.find((row) =>
      life.every((one) => row.every((held) => one.to <= held.from || held.to <= one.from)),
    );
    if (fits) fits.push(...life);
    else if (rows.length < most) rows.push([...life]);
  }
  return rows;
}

/** The last entry at or before a moment, of a list sorted by its first element. */
export function lastAt<Entry extends [number, ...unknown[]]>(entries: readonly Entry[], at: number): Entry | undefined {
  return entries.findLast((entry) => entry[0] <= at);
}
