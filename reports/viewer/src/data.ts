/** What harness/reporters/html.py embeds. Times are whole milliseconds from the trial's start. */

export type Verdict = "passed" | "failed" | "not_exercised" | "not_observable" | "cant_tell" | "error";

export interface Law {
  id: string;
  title: string;
  failure_title: string;
  why: string;
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
  passed_through?: number;
  passed_paths?: string[];
  error?: string;
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

export interface Timeline {
  end: number;
  truth: { runs: Run[] };
  network: {
    profile: string;
    transport: string;
    faults: Fault[];
    requests: Request[];
    passed?: Passed[];
    streams: Stream[];
  };
  person: Step[];
  screen: {
    texts: SlotText[];
    announcements: [at: number, text: string, politeness: string][];
    pages: { at: number; cause: string; url: string; tab: number }[];
  };
}

export interface Picture {
  at: number;
  label: string;
  why: string;
  finding: string | null;
  tab: number;
  src: string;
}

export interface Trial {
  scenario: { id: string; title: string; source: string; arms?: string[] };
  result: Result;
  header: Record<string, string | number | null> | null;
  timeline: Timeline | null;
  pictures: Picture[];
  /** The trial that is like this one and shows the states of the job, where this one leaves them out. */
  pictured_in?: string | null;
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

export function numbered(report: Report): Numbered[] {
  const all = report.trials.flatMap((trial) => trial.result.findings.map((finding) => ({ finding, trial })));
  return all.map((one, index) => ({ number: index + 1, ...one }));
}

export function lawOf(report: Report, id: string): Law {
  const unknown = { id, title: id, failure_title: id, why: "", severity: "", source: "" };
  return report.laws.find((law) => law.id === id) ?? unknown;
}

/** The picture of a finding: the one made for it, else the last one before it in time. */
export function pictureOf(trial: Trial, finding: Finding): Picture | undefined {
  const own = trial.pictures.find((picture) => picture.finding === finding.fingerprint);
  return own ?? trial.pictures.findLast((picture) => picture.at <= finding.at_ms);
}
