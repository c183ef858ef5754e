import { describe, expect, test } from "vitest";
import type { Run, ScreenTab } from "../../reports/viewer/src/data";
import { jumpsOf, next, previous } from "../../reports/viewer/src/moment/jumps";
import { breachesOf, marked, standing } from "../../reports/viewer/src/moment/marks";
import { spokenMoment } from "../../reports/viewer/src/moment/spoken";
import { openTabs, stateOf } from "../../reports/viewer/src/moment/tabs";
import { Told } from "../../reports/viewer/src/moment/told";
import { finding, indexOf, timeline, trial } from "./report";

function told(...moments: [at: number, text: string, read?: string][]): Told {
  const changes = moments.map(([at], line): [number, [number, number, number]] => [at, [0, line === 0 ? 0 : 1, line]]);
  return new Told(
    moments.map(([, text, read]) => ["status", text, "", read ?? ""]),
    { tab: 0, every: 0, urls: [], changes },
  );
}

describe("marks", () => {
  const page = told([1_000, "Waiting"], [2_000, "97 of 200 done", "done 97 of 200"], [8_000, "Flux at 3", "?"]);
  const verdicts = [
    { law: "a", verdict: "failed" as const, judged: 1, findings: [finding("a", { at_ms: 5_000, said: "97 of 200" })] },
  ];
  const at = (moment: number) => marked(page.rowsAt(moment), standing(breachesOf(verdicts, page), moment))[0];

  test("nothing claimed, read, objected to, not read", () =>
    expect([1_000, 2_000, 4_999, 5_000, 7_999, 8_000].map((moment) => at(moment)?.mark)).toEqual([
      "plain",
      "read",
      "read",
      "false",
      "false",
      "unread",
    ]));

  test("the line names what objects to it", () => expect(at(5_000)?.breaches.map((one) => one.law)).toEqual(["a"]));

  test("a breach without an end stands as long as its words do, and no longer when they come again", () => {
    const again = told([1_000, "0 %"], [2_000, "5 %"], [3_000, "0 %"]);
    const found = [
      { law: "a", verdict: "failed" as const, judged: 1, findings: [finding("a", { at_ms: 1_000, said: "0 %" })] },
    ];
    expect(breachesOf(found, again)).toMatchObject([{ until: 1_999, quoted: true }]);
  });

  test("what the page does not say is no line of it", () => {
    const silent = [
      {
        law: "a",
        verdict: "failed" as const,
        judged: 1,
        findings: [finding("a", { said: "nothing", until_ms: 9_000 })],
      },
    ];
    expect(breachesOf(silent, page)).toMatchObject([{ until: 9_000, quoted: false }]);
  });

  test("a breach in another tab is not this one's", () => {
    const other = [{ law: "a", verdict: "failed" as const, judged: 1, findings: [finding("a", { tab: 1 })] }];
    expect(breachesOf(other, page)).toEqual([]);
  });

  test("a line of which a part could not be read says so", () =>
    expect(marked([["status", "3 failed. Flux", "", "failed 3; ?"]], [])[0]?.mark).toBe("unread"));
});

const RUN = {
  job: "publish",
  run: 1,
  title: "Publish",
  by: "person",
  noun: "item",
  accepted: 1_000,
  ended: 9_000,
  outcome: "partial",
  states: [
    { state: "running", from: 1_000, to: 9_000 },
    { state: "ended", from: 9_000, to: 9_000 },
  ],
  phases: [{ title: "Validate", state: "done", from: 3_000, to: 4_000 }],
  counts: [],
  says: [
    [1_000, "publishing item 1 of 9"],
    [9_000, "ended: 9 succeeded"],
  ],
  causes: [],
} satisfies Run;

describe("jumps", () => {
  const own = indexOf([trial("a", { x: "failed" })]).all;
  const person = [{ at: 2_000, done: 2_000, do: "submit", tab: 0, words: "starts the job", job: null }];
  const jumps = jumpsOf(timeline({ truth: { runs: [RUN] }, person }), own);

  test("findings, steps, and changes of state with their phases", () => {
    expect(jumps.finding.map((jump) => [jump.at, jump.finding?.number])).toEqual([[5_000, 1]]);
    expect(jumps.step.map((jump) => jump.words)).toEqual(["the person starts the job"]);
    expect(jumps.state.map((jump) => [jump.at, jump.words])).toEqual([
      [1_000, "Publish: running"],
      [3_000, "Publish: Validate begins"],
      [9_000, "Publish: partly succeeded"],
    ]);
  });

  test("the next and the previous one, from where one is", () => {
    expect([next(jumps.state, 1_000)?.at, next(jumps.state, 9_000)]).toEqual([3_000, undefined]);
    expect([previous(jumps.state, 3_000)?.at, previous(jumps.state, 1_000)]).toEqual([1_000, undefined]);
  });
});

const tab = (number: number, from: number, to: number, hidden: [number, number][] = []): ScreenTab => ({
  tab: number,
  from,
  to,
  hidden,
  texts: [],
  pages: [],
});

describe("tabs", () => {
  const tabs = [tab(0, 0, 20_000, [[5_000, 9_000]]), tab(1, 5_000, 60_000)];
  const screen = { tabs, announcements: [] };

  test("shown, hidden, closed, and not yet open", () => {
    expect([0, 5_000, 9_000, 20_000].map((at) => stateOf(tabs[0]!, at, 60_000))).toEqual([
      "shown",
      "hidden",
      "shown",
      "closed",
    ]);
    expect([4_999, 5_000, 60_000].map((at) => stateOf(tabs[1]!, at, 60_000))).toEqual(["closed", "shown", "shown"]);
  });

  test("those that are open, or the last that was", () => {
    const open = (at: number): number[] => openTabs(timeline({ screen }), at).map((one) => one.tab);
    expect([0, 6_000, 30_000].map(open)).toEqual([[0], [0, 1], [1]]);
    const closed = timeline({ screen: { tabs: [tabs[0]!], announcements: [] } });
    expect(openTabs(closed, 30_000).map((one) => one.tab)).toEqual([0]);
  });
});

describe("a moment in one breath", () => {
  const page = told([1_000, "Welcome"], [2_000, "3 of 9 done", "done 3 of 9"]);
  const made = timeline({ truth: { runs: [RUN] }, screen: { tabs: [tab(0, 0, 60_000)], announcements: [] } });
  test.each([
    [500, "0.5 s. Truth: no job yet. The page says nothing."],
    [1_500, "1.5 s. Truth: Publish: publishing item 1 of 9. The page: “Welcome”."],
    [2_000, "2.0 s. Truth: Publish: publishing item 1 of 9. The page: “3 of 9 done”."],
  ])("at %i", (at, words) => expect(spokenMoment(made, [page], at)).toBe(words));
});
