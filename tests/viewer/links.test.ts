import { expect, test } from "vitest";
import { findingLink, momentLink, opening, placeOf, trialLink } from "../../reports/viewer/src/links";
import { finding, indexOf, trial } from "./report";

const found = trial("b", { "count-true": "failed", "other-law": "failed" });
const trials = [trial("a & co", {}), found];
const index = indexOf(trials);
const { report, all } = index;

test("an address leads to a moment and back", () => {
  const link = momentLink(trials[0]!, 184_200);
  expect(link).toBe("#trial=a%20%26%20co&at=184200");
  expect(placeOf(link, report, all)).toEqual({ view: "trial", trial: trials[0], at: 184_200 });
});

test("the link of a finding is one of its moment", () => {
  expect(findingLink(all[1]!)).toBe("#trial=b&at=5000&finding=2");
  expect(placeOf("#trial=b&at=5000&finding=2", report, all)).toMatchObject({ at: 5_000, chosen: { number: 2 } });
});

test("a finding may be looked at from another moment, and is shown at its own where none is named", () => {
  expect(placeOf("#trial=b&at=9&finding=2", report, all)).toMatchObject({ at: 9, chosen: { number: 2 } });
  expect(placeOf("#trial=b&finding=2", report, all)).toMatchObject({ at: 5_000, chosen: { number: 2 } });
});

test.each(["#trial=b&finding=7", "#trial=b&at=never", "#trial=b&at=-5", "#trial=b"])(
  "%s is the trial as it is",
  (address) => expect(placeOf(address, report, all)).toEqual({ view: "trial", trial: found }),
);

test("a finding of another trial is not this one's", () =>
  expect(placeOf("#trial=a%20%26%20co&finding=1", report, all)).toEqual({ view: "trial", trial: trials[0] }));

test("what is not there is said to be missing, and the rest is the summary", () => {
  expect(placeOf("#trial=gone&at=1", report, all)).toEqual({ view: "summary", missing: "gone" });
  expect(placeOf("#law-count-true", report, all)).toEqual({ view: "summary", anchor: "law-count-true" });
  expect(placeOf("#%E0%A4%A", report, all)).toEqual({ view: "summary" });
  expect(placeOf("", report, all)).toEqual({ view: "summary" });
});

test("a trial opens at its finding, the one of the law that was asked for first", () => {
  expect(trialLink(found, index.own(found), "other-law")).toBe("#trial=b&at=5000&finding=2");
  expect(trialLink(found, index.own(found))).toBe("#trial=b&at=5000&finding=1");
  expect(trialLink(trials[0]!, index.own(trials[0]!))).toBe("#trial=a%20%26%20co");
});

test("a report opens on its finding if it has just one, unless it is asked for another place", () => {
  const one = indexOf([trial("x", {}, { findings: [finding("count-true")] })]).all;
  expect(opening("", one)).toBe("#trial=x&at=5000&finding=1");
  expect(opening("", all)).toBe("#summary");
  expect(opening("", [])).toBe("#summary");
  expect(opening("#trial=a", one)).toBe("#trial=a");
});
