import { describe, expect, test } from "vitest";
import { groupsOf } from "../../reports/viewer/src/failures";
import { entriesOf, lineFor } from "../../reports/viewer/src/unread";
import { gateWords } from "../../reports/viewer/src/words";
import { finding, indexOf, trial } from "./report";

describe("what failed", () => {
  const laws = (findings: ReturnType<typeof finding>[]): [string, number][] =>
    groupsOf(indexOf([trial("a", {}, { findings })])).map(({ law, found }) => [law.id, found.length]);

  test("by law: the gravest first, then the most frequent", () =>
    expect(
      laws([
        finding("small", { severity: "minor" }),
        finding("rare"),
        finding("often"),
        finding("often"),
        finding("worst", { severity: "blocker" }),
      ]),
    ).toEqual([
      ["worst", 1],
      ["often", 2],
      ["rare", 1],
      ["small", 1],
    ]));

  test("what is accepted comes after what is new, also inside a law", () => {
    const known = finding("worst", { severity: "blocker", status: "accepted", note: "until May" });
    expect(laws([known, finding("small", { severity: "minor" })])).toEqual([
      ["small", 1],
      ["worst", 1],
    ]);
    const [group] = groupsOf(indexOf([trial("a", {}, { findings: [known, finding("worst", { status: "new" })] })]));
    expect(group?.found.map((one) => one.number)).toEqual([2, 1]);
  });

  test("what the gate says", () => {
    expect(gateWords(finding("a"))).toBe("");
    expect(gateWords(finding("a", { status: "new" }))).toBe("");
    expect(gateWords(finding("a", { status: "accepted", note: "until May" }))).toBe("accepted: until May");
    expect(gateWords(finding("a", { status: "warned" }))).toBe("warned");
  });
});

describe("could not be read", () => {
  const left = { text: "Left out", at_ms: 5, tab: 0, role: "listitem", job: "publish" };
  const trials = [
    trial("a", {}, { unread: [left, { ...left, text: "Flux", times: 2 }] }),
    trial(
      "b",
      {},
      {
        unread: [
          { ...left, times: 4 },
          { ...left, role: "status" },
        ],
      },
    ),
    trial("c", {}),
  ];

  test("the same sentence in the same place is one entry, the most frequent first", () =>
    expect(entriesOf(trials).map((one) => [one.first.text, one.first.role, one.times, one.trials])).toEqual([
      ["Left out", "listitem", 5, 2],
      ["Flux", "listitem", 2, 1],
      ["Left out", "status", 1, 1],
    ]));

  test("the line that would teach the reader, or one to be filled in", () => {
    expect(lineFor({ ...left, phrase: '"Left out": "skipped"' })).toBe('"Left out": "skipped"');
    expect(lineFor({ ...left, text: 'say "no"' })).toBe('"say \\"no\\"": ""');
  });
});
