import { describe, expect, test } from "vitest";
import {
  counted,
  headline,
  numberOf,
  passedWords,
  shortened,
  spoken,
  tick,
  trialAnswer,
} from "../../reports/viewer/src/words";
import { indexOf, trial } from "./report";

describe("spoken", () => {
  test.each([
    [0, "0.0 s"],
    [12_499, "12.5 s"],
    [184_200, "3 min 04.2 s"],
    [59_960, "1 min 00.0 s"],
    [3_720_000, "1 h 02 min 00.0 s"],
  ])("%i ms is %s", (durationMs, words) => expect(spoken(durationMs)).toBe(words));
});

describe("tick", () => {
  test.each([
    [0, 60_000, "0"],
    [300_000, 60_000, "5 min"],
    [315_000, 15_000, "5:15"],
    [1200, 200, "1.2 s"],
    [1250, 50, "1.25 s"],
  ])("%i at a step of %i is %s", (atMs, stepMs, words) => expect(tick(atMs, stepMs)).toBe(words));
});

describe("counted", () => {
  test("shows how the numbers moved", () =>
    expect(counted("1 of 200 items", "90 of 200 items")).toBe("1 → 90 of 200 items"));
  test("takes a time of day as one", () =>
    expect(counted("Updated 09:01:59", "Updated 09:13:21")).toBe("Updated 09:01:59 → 09:13:21"));
  test("leaves a sentence that did not move", () => expect(counted("2 failed", "2 failed")).toBe("2 failed"));
  test("leaves another sentence alone", () => expect(counted("Row 1", "Item 2")).toBe("Item 2"));
});

test("numberOf agrees with its number", () =>
  expect([0, 1, 1200].map((count) => numberOf(count, "trial"))).toEqual(["0 trials", "1 trial", "1,200 trials"]));

test("shortened leaves nothing where nothing can be read", () =>
  expect([shortened("Publishing", 200), shortened("Publishing", 40), shortened("Publishing", 12)]).toEqual([
    "Publishing",
    "Publi…",
    "",
  ]));

test("passedWords says what came at once, and nothing where nothing did", () =>
  expect([passedWords(0, []), passedWords(1, ["/config.json"]), passedWords(9, ["/a", "/b"])]).toEqual([
    undefined,
    "1 request took no time (/config.json)",
    "9 requests took no time (such as /a, /b)",
  ]));

describe("a trial without an answer", () => {
  const misfit = trial("a", {}, { error: "target.yaml:8: mend it", exit: 2 });
  const broken = trial("b", {}, { error: "the browser died", exit: 3 });
  const words = (of: (typeof misfit)[]): string => headline(indexOf(of).report);

  test("that a file does not fit is no trouble of the tool", () =>
    expect([trialAnswer(misfit), words([misfit, trial("c", {})])]).toEqual([
      "This trial cannot be judged: a file does not fit the page.",
      "1 of 2 trials cannot be judged",
    ]));

  test("trouble of the tool comes first", () =>
    expect([trialAnswer(broken), words([misfit, broken])]).toEqual([
      "The tool itself had trouble, so this trial says nothing about the page.",
      "The tool itself had trouble in 1 of 2 trials",
    ]));
});
