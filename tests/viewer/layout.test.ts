import { expect, test } from "vitest";
import type { SlotText } from "../../reports/viewer/src/data";
import { label, lastAt, packed, roomInRow, segments, tellingRows } from "../../reports/viewer/src/layout";

const TEXTS: SlotText[] = [
  [0, 0, "Seller centre"],
  [10, 1, "Publishing 200 items"],
  [20, 2, "1 of 200 items"],
  [30, 2, "2 of 200 items"],
  [40, 3, "Trying to reconnect"],
  [50, 3, ""],
  [90, 1, "Published"],
];

test("spans that overlap get rows of their own", () =>
  expect(
    packed([
      { from: 0, to: 10 },
      { from: 5, to: 8 },
      { from: 10, to: 12 },
    ]),
  ).toEqual([0, 1, 0]));

test("a counter is one segment, another sentence a new one", () => {
  const told = segments(TEXTS, 100).map((one) => [one.slot, one.from, one.to, label(one)]);
  expect(told).toEqual([
    [0, 0, 100, "Seller centre"],
    [1, 10, 90, "Publishing 200 items"],
    [2, 20, 100, "1 → 2 of 200 items"],
    [3, 40, 50, "Trying to reconnect"],
    [1, 90, 100, "Published"],
  ]);
});

test("a sentence that stood all the time is not drawn", () => {
  const drawn = tellingRows(TEXTS, 100, 4).flat();
  expect(drawn.map((one) => one.first)).not.toContain("Seller centre");
  expect(drawn.map((one) => one.first)).toContain("Trying to reconnect");
});

test("a clock that ticks gives way to a sentence that came and went", () => {
  const clock = Array.from({ length: 50 }, (_, second): SlotText => [second, 9, `Updated 09:00:${second + 10}`]);
  const [row] = tellingRows([...clock, [40, 3, "Trying to reconnect"], [50, 3, ""]], 100, 1);
  expect(row?.map((one) => one.first)).toEqual(["Trying to reconnect"]);
});

test("the last entry at a moment", () => expect(lastAt(TEXTS, 25)?.[2]).toBe("1 of 200 items"));

test("words have room up to the next thing in their row, or to the edge", () => {
  const places = [10, 50, 90];
  expect(roomInRow(places, [0, 1, 0], 0, 200)).toEqual({ before: 10, after: 80 });
  expect(roomInRow(places, [0, 1, 0], 1, 200)).toEqual({ before: 50, after: 150 });
  expect(roomInRow(places, [0, 1, 0], 2, 200)).toEqual({ before: 0, after: 110 });
});
