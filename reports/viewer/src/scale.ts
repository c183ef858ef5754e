/** Time to pixels and back, the marks of an axis, and the part of a trial that is looked at. */

export interface Window {
  from: number;
  to: number;
}

export interface Scale extends Window {
  width: number;
}

const STEPS_MS = [
  50, 100, 200, 500, 1000, 2000, 5000, 10_000, 15_000, 30_000, 60_000, 120_000, 300_000, 600_000, 1_800_000, 3_600_000,
];
const LEAST_MS = 400;

export function toX(scale: Scale, atMs: number): number {
  return ((atMs - scale.from) / (scale.to - scale.from)) * scale.width;
}

export function toMs(scale: Scale, x: number): number {
  return Math.round(scale.from + (x / scale.width) * (scale.to - scale.from));
}

export function stepOf(scale: Scale, apart = 84): number {
  const wanted = ((scale.to - scale.from) * apart) / scale.width;
  return STEPS_MS.find((step) => step >= wanted) ?? 3_600_000;
}

export function ticks(scale: Scale, step: number): number[] {
  const first = Math.ceil(scale.from / step) * step;
  const count = Math.max(0, Math.floor((scale.to - first) / step) + 1);
  return Array.from({ length: count }, (_, index) => first + index * step);
}

/** The window moved and shrunk to lie inside 0..end, and no smaller than can be read. */
export function within(window: Window, end: number): Window {
  const span = Math.min(end, Math.max(LEAST_MS, window.to - window.from));
  const from = Math.min(Math.max(0, window.from), end - span);
  return { from: Math.round(from), to: Math.round(from + span) };
}

/** A factor below 1 looks closer; `at` stays where it is. */
export function zoomed(window: Window, factor: number, at: number, end: number): Window {
  const from = at - (at - window.from) * factor;
  return within({ from, to: from + (window.to - window.from) * factor }, end);
}

export function around(atMs: number, untilMs: number | null, end: number): Window {
  const length = untilMs === null ? 0 : Math.min(untilMs - atMs, end / 8);
  const margin = Math.max(end / 16, 4000);
  return within({ from: atMs - margin, to: atMs + length + margin }, end);
}
