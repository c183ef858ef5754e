import { expect, test } from "vitest";
import type { Row, TabWords } from "../../reports/viewer/src/data";
import { Told } from "../../reports/viewer/src/moment/told";

const LINES: Row[] = [
  ["heading", "Publish"],
  ["status", "Queued", "", "queued"],
  ["status", "Running", "", "running"],
  ["button", "Cancel"],
];
const WORDS: TabWords = {
  tab: 0,
  every: 0,
  urls: [
    [10, "/"],
    [30, "/jobs"],
  ],
  changes: [
    [10, [0, 0, 0, 1]],
    [20, [1, 1, 2], [2, 0, 3]],
    [30, [0, 3]],
  ],
};
const said = (told: Told, at: number): string[] => told.rowsAt(at).map(([, text]) => text);

test("what stood at each moment, whichever is asked for first", () => {
  const told = new Told(LINES, WORDS);
  const moments: [number, string[]][] = [
    [25, ["Publish", "Running", "Cancel"]],
    [9, []],
    [10, ["Publish", "Queued"]],
    [19, ["Publish", "Queued"]],
    [40, []],
    [20, ["Publish", "Running", "Cancel"]],
    [20, ["Publish", "Running", "Cancel"]],
  ];
  for (const [at, rows] of moments) expect(said(told, at)).toEqual(rows);
});

test("where the tab was, and how often its words changed", () => {
  const told = new Told(LINES, WORDS);
  expect([told.urlAt(9), told.urlAt(29), told.urlAt(30)]).toEqual(["", "/", "/jobs"]);
  expect([told.changesBetween(10, 30), told.changesBetween(10, 19)]).toEqual([2, 0]);
  expect(told.moments()).toEqual([10, 20, 30]);
});
