import { expect, test } from "vitest";
import { numbered, type Report, type Trial, type Verdict } from "../../reports/viewer/src/data";
import { opening, placeOf, trialLink } from "../../reports/viewer/src/links";
import { cellOf, rowsOf } from "../../reports/viewer/src/rows";

function trial(id: string, verdict: Verdict, defect: string | null = null): Trial {
  const finding = { law: "count-true", fingerprint: id, sentence: id } as Trial["result"]["findings"][number];
  const findings = verdict === "failed" ? [finding] : [];
  const verdicts = [{ law: "count-true", verdict, judged: 1 }];
  const result = { id, defect, verdicts, findings } as unknown as Trial["result"];
  return {
    scenario: { id: "publish", title: "Publish", source: "" },
    result,
    header: null,
    timeline: null,
    pictures: [],
  };
}

const trials = [trial("a", "passed"), trial("b", "failed"), trial("c", "passed", "stuck")];
const report = { trials } as unknown as Report;
const all = numbered(report);

test("a row holds the trials of one scenario with one defect", () =>
  expect(rowsOf(trials).map((row) => [row.defect, row.trials.length])).toEqual([
    [null, 2],
    ["stuck", 1],
  ]));

test("a cell shows the gravest answer and how often it was given", () => {
  const [row] = rowsOf(trials);
  expect(row && cellOf(row, "count-true")).toMatchObject({
    verdict: "failed",
    count: 1,
    of: 2,
    trial: { result: { id: "b" } },
  });
  expect(row && cellOf(row, "another")).toBeUndefined();
});

test("a report opens on its first finding, unless it is asked for another place", () => {
  expect(opening("", all)).toBe("#finding-1");
  expect(opening("", [])).toBe("#summary");
  expect(opening("#trial-a", all)).toBe("#trial-a");
});

test("addresses lead to places and back", () => {
  expect(placeOf("#finding-1", report, all)).toMatchObject({ view: "finding", chosen: { number: 1 } });
  expect(placeOf("#trial-c", report, all)).toMatchObject({ view: "trial", trial: { result: { id: "c" } } });
  expect(placeOf("#%E0%A4%A", report, all)).toEqual({ view: "summary" });
  expect(trials.map((one) => trialLink(one, all))).toEqual(["#trial-a", "#finding-1", "#trial-c"]);
});
