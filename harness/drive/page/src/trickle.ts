/** Bytes that come drop by drop: how long they take, and what of a message is there by when. */
import type { Fault } from "./types";

export interface Piece {
  readonly at: number;
  readonly text: string;
}

/** When the last of these bytes is there, if the first are at a moment; at the fault's end all that is left comes at once. */
export function lastMs(trickle: Fault, firstMs: number, bytes: number): number {
  const steps = Math.max(Math.ceil(bytes / size(trickle)) - 1, 0);
  return atMost(trickle, firstMs, firstMs + steps * (trickle.every_ms ?? 0));
}

/** The text, cut; no sign is torn apart. */
export function pieces(trickle: Fault, firstMs: number, text: string): Piece[] {
  const signs = Array.from(text);
  const found: Piece[] = [];
  for (let begin = 0; begin < signs.length; begin += size(trickle)) {
    const at = atMost(trickle, firstMs, firstMs + found.length * (trickle.every_ms ?? 0));
    found.push({ at, text: signs.slice(begin, begin + size(trickle)).join("") });
  }
  return found;
}

function size(trickle: Fault): number {
  return trickle.bytes ?? 1;
}

function atMost(trickle: Fault, firstMs: number, atMs: number): number {
  return Math.min(atMs, Math.max(firstMs, trickle.end_ms ?? Infinity));
}
