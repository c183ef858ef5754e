import { describe, expect, test } from "vitest";
import { around, stepOf, ticks, toMs, toX, within, zoomed } from "../../reports/viewer/src/scale";

const scale = { from: 60_000, to: 120_000, width: 600 };

test("time to pixels and back", () => {
  expect(toX(scale, 90_000)).toBe(300);
  expect(toMs(scale, 300)).toBe(90_000);
});

test("the marks of an axis lie inside it, on round times, and not too close", () => {
  const step = stepOf(scale);
  expect(step).toBe(10_000);
  expect(ticks(scale, step)).toEqual([60_000, 70_000, 80_000, 90_000, 100_000, 110_000, 120_000]);
  expect(ticks({ ...scale, from: 60_001 }, step)[0]).toBe(70_000);
});

describe("windows", () => {
  test("stay inside the trial and keep their length", () =>
    expect(within({ from: -5000, to: 5000 }, 60_000)).toEqual({ from: 0, to: 10_000 }));
  test("are never too small to read", () =>
    expect(within({ from: 10, to: 11 }, 60_000)).toEqual({ from: 10, to: 410 }));
  test("zoom keeps the moment in its place", () =>
    expect(zoomed({ from: 0, to: 10_000 }, 0.5, 2000, 60_000)).toEqual({ from: 1000, to: 6000 }));
  test("around a finding there is room on both sides", () =>
    expect(around(30_000, 32_000, 64_000)).toEqual({ from: 26_000, to: 36_000 }));
});
