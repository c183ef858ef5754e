import { expect, test } from "vitest";
import { cellsOf, countsByLaw, rowsOf } from "../../reports/viewer/src/rows";
import { indexOf, trial } from "./report";

const trials = [
  trial("a", { "count-true": "passed" }),
  trial("b", { "count-true": "failed" }),
  trial("c", { "count-true": "passed" }, { defect: "stuck" }),
];

test("a row holds the trials of one scenario with one defect", () =>
  expect(rowsOf(trials).map((row) => [row.defect, row.trials.length])).toEqual([
    [null, 2],
    ["stuck", 1],
  ]));

test("rows in which something went wrong come first, trouble of the tool before all", () => {
  const rows = rowsOf([
    trial("fine", {}, { defect: "1" }),
    trial("wrong", { a: "failed" }, { defect: "2" }),
    trial("broken", {}, { defect: "3", error: "the browser died", exit: 3 }),
    trial("fine too", {}, { defect: "4" }),
  ]);
  expect(rows.map((row) => row.defect)).toEqual(["3", "2", "1", "4"]);
});

test("a cell shows the gravest answer and how often it was given", () => {
  const [row] = rowsOf(trials);
  expect(row && cellsOf(row).get("count-true")).toMatchObject({
    verdict: "failed",
    count: 1,
    of: 2,
    trial: { result: { id: "b" } },
  });
  expect(row && cellsOf(row).get("another")).toBeUndefined();
});

test("how often each law gave each answer, also one that gave none", () =>
  expect(Object.fromEntries(countsByLaw(indexOf(trials, ["count-true", "idle"])))).toEqual({
    "count-true": { passed: 2, failed: 1 },
    idle: {},
  }));
