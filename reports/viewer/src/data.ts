/** What harness/reporters/html.py embeds. Times are whole milliseconds from the trial's start. */

export type Verdict = "passed" | "failed" | "not_exercised" | "not_observable" | "cant_tell" | "error";

export interface Law {
  id: string;
  title: string;
  failure_title: string;
  why: string;
  instead: string;
  severity: string;
  source: string;
}

export interface Finding {
  law: string;
  at_ms: number;
  until_ms: number | null;
  job: string;
  run: number;
  said: string;
  truth: string;
  sentence: string;
  why: string;
  tab: number;
  fingerprint: string;
  severity: string;
  /** What a gate makes of it: new, accepted or warned, and why. */
  status?: string;
  note?: string;
}

export interface LawVerdict {
  law: string;
  verdict: Verdict;
  judged: number;
  doubts?: string[];
  findings?: Finding[];
  why?: string;
  under?: string;
}

export interface Result {
  id: string;
  scenario: string;
  target: string;
  defect: string | null;
  seed: number;
  repeat: number;
  verdicts: LawVerdict[];
  findings: Finding[];
  exit: number;
  truth_hash: string;
  screen_hash: string;
  wall_ms: number;
  virtual_ms: number;
  replay: string;
  unmet?: string[];
  unread?: Unread[];
  passed_through?: number;
  passed_paths?: string[];
  error?: string;
  /** Playwright's trace of it, in the report's folder. */
  traced?: string;
}

export interface Band {
  state: string;
  from: number;
  to: number;
}

export type CountPoint = [at: number, succeeded: number, failed: number, skipped: number, total: number | null];

export interface Run {
  job: string;
  run: number;
  title: string;
  /** Who asked for the job: the person whose trial it is, or somebody else. */
  by: "person" | "world";
  noun: string;
  accepted: number;
  ended: number | null;
  outcome: string | null;
  states: Band[];
  phases: { title: string; state: string; from: number; to: number }[];
  counts: CountPoint[];
  says: [at: number, clause: string][];
  causes: [cause: string, state: string, count: number][];
}

export interface Fault {
  kind: string;
  from: number;
  to: number;
  words: string;
  detail: Record<string, string>;
}

export interface Request {
  at: number;
  answered: number | null;
  what: string;
  status: number | null;
  fault: string | null;
  via: string;
}

/** A request that no wire claims. */
export interface Passed {
  at: number;
  what: string;
}

export interface Stream {
  from: number;
  to: number;
  count: number;
  delivered: number[];
  lost: number[];
}

export interface Step {
  at: number;
  done: number;
  do: string;
  tab: number;
  words: string;
  job: string | null;
}

export type SlotText = [at: number, slot: number, text: string];

/** One tab as the screen lane draws it. `hidden`: when it was open and could not be seen. */
export interface ScreenTab {
  tab: number;
  from: number;
  to: number;
  hidden: [from: number, to: number][];
  texts: SlotText[];
  pages: { at: number; cause: string; url: string }[];
}

export type Announcement = [at: number, text: string, politeness: string, tab: number];

/** A line that a page said: its role, its words, what a control states, and what was read in it (`?` last: not all could be). */
export type Row = [role: string, text: string, note?: string, read?: string];

/** At a moment: from which place on, how many rows go, and the rows that come. */
export type Change = [at: number, ...splices: [place: number, gone: number, ...come: number[]][]];

/** All that a tab said. `every`: 0, or the span in ms of which only the last is kept. */
export interface TabWords {
  tab: number;
  every: number;
  urls: [at: number, url: string][];
  changes: Change[];
}

export interface Timeline {
  end: number;
  truth: { runs: Run[] };
  network: {
    profile: string;
    transport: string;
    faults: Fault[];
    requests: Request[];
    passed: Passed[];
    streams: Stream[];
  };
  person: Step[];
  screen: { tabs: ScreenTab[]; announcements: Announcement[] };
  words: { lines: Row[]; tabs: TabWords[] };
}

export type PictureKind = "finding" | "before" | "after" | "state" | "fault" | "end";

/** A picture of the page; `image` is the name of what it shows, which equal pictures share. */
export interface Picture {
  at: number;
  kind: PictureKind;
  label: string;
  why: string;
  finding: string | null;
  tab: number;
  image: string;
}

/** A sentence that held a number, a state or an alarm, and that could not be read. */
export interface Unread {
  text: string;
  at_ms: number;
  tab: number;
  role: string;
  job: string;
  times?: number;
  where?: string;
  /** The line that would teach the reader, for `phrases:` in the target file. */
  phrase?: string;
}

/** What only the page of one trial needs; it is read from its own element when that page is opened. */
export interface Part {
  header: Record<string, string | number | null> | null;
  timeline: Timeline | null;
  pictures: Picture[];
  /** The trial that is like this one and shows what this one leaves out. */
  pictured_in: string | null;
}

export interface Trial {
  scenario: { id: string; title: string; source: string; arms?: string[] };
  result: Result;
}

export interface Report {
  session: {
    started: string;
    command: string;
    version: string;
    target: { id: string; title: string };
    exit: number;
    wall_ms: number;
    virtual_ms: number;
    never_armed: string[];
    /** What a person must know before the results, and why the session ended before its last trial. */
    remarks?: string[];
    broken_off?: string;
  };
  laws: Law[];
  trials: Trial[];
}

/** A finding with its place in the session: findings are numbered from 1 over all trials. */
export interface Numbered {
  number: number;
  finding: Finding;
  trial: Trial;
}

/** The report with what is asked of it again and again. */
export class Index {
  readonly all: Numbered[];
  private readonly byTrial = new Map<Trial, Numbered[]>();
  private readonly laws: Map<string, Law>;

  constructor(readonly report: Report) {
    const found = report.trials.flatMap((trial) => trial.result.findings.map((finding) => ({ finding, trial })));
    this.all = found.map((one, index) => ({ number: index + 1, ...one }));
    this.laws = new Map(report.laws.map((law) => [law.id, law]));
    for (const one of this.all) this.byTrial.set(one.trial, [...this.own(one.trial), one]);
  }

  /** The findings of one trial. */
  own(trial: Trial): readonly Numbered[] {
    return this.byTrial.get(trial) ?? [];
  }

  law(id: string): Law {
    return this.laws.get(id) ?? { id, title: id, failure_title: id, why: "", instead: "", severity: "", source: "" };
  }
}

/** The picture of a finding: the one made for it, else the last one before it in time. */
export function pictureOf(pictures: readonly Picture[], finding: Finding): Picture | undefined {
  const own = pictures.find((picture) => isOf(picture, finding));
  return own ?? pictureAt(pictures, finding.at_ms, finding.tab);
}

export function isOf(picture: Picture, finding: Finding): boolean {
  return picture.finding === finding.fingerprint && picture.at === finding.at_ms;
}

/** The newest picture of a tab at a moment. */
export function pictureAt(pictures: readonly Picture[], at: number, tab: number): Picture | undefined {
  return pictures.findLast((picture) => picture.at <= at && picture.tab === tab);
}
