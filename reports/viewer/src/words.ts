/** Sentences and durations, in the words that harness/reporters/words.py uses. */
import type { Finding, Index, Report, Trial, Verdict } from "./data";

export const VERDICT_WORDS: Record<Verdict, string> = {
  passed: "passed",
  failed: "failed",
  not_exercised: "not exercised",
  not_observable: "not observable",
  cant_tell: "can’t tell",
  error: "error",
};

export const VERDICT_MEANINGS: Record<Verdict, string> = {
  passed: "The law was put to the test and held.",
  failed: "The page broke the law: see the finding.",
  not_exercised: "Nothing happened that the law could judge.",
  not_observable: "The page does not show what the law needs to see.",
  cant_tell: "The evidence was not clear enough to say.",
  error: "Trouble of the tool itself, not of the page.",
};

export const STATE_WORDS: Record<string, string> = {
  queued: "Queued",
  running: "Running",
  retrying: "Retrying",
  cancelling: "Cancelling",
  paused: "Paused",
  ended: "Ended",
};

export const OUTCOME_WORDS: Record<string, string> = {
  succeeded: "Succeeded",
  partial: "Partly succeeded",
  failed: "Failed",
  cancelled: "Cancelled",
};

/** `3 min 04.2 s`, `12.5 s`, `1 h 02 min 00.0 s`. */
export function spoken(durationMs: number): string {
  const tenths = Math.floor((durationMs + 50) / 100);
  const minutes = Math.floor(tenths / 600);
  const rest = tenths % 600;
  const seconds = `${Math.floor(rest / 10)}.${rest % 10} s`;
  if (minutes === 0) return seconds;
  const padded = seconds.padStart("00.0 s".length, "0");
  const hours = Math.floor(minutes / 60);
  if (hours === 0) return `${minutes} min ${padded}`;
  return `${hours} h ${String(minutes % 60).padStart(2, "0")} min ${padded}`;
}

/** A mark on the axis, as short as its step allows: `5 min`, `5:30`, `0.4 s`. */
export function tick(atMs: number, stepMs: number): string {
  if (stepMs < 1000) return `${(atMs / 1000).toFixed(stepMs < 100 ? 2 : 1)} s`;
  if (stepMs < 60_000) return clock(atMs);
  return atMs === 0 ? "0" : `${Math.round(atMs / 60_000)} min`;
}

function clock(atMs: number): string {
  const seconds = Math.round(atMs / 1000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}

export function numberOf(count: number, noun: string): string {
  return `${count.toLocaleString("en")} ${noun}${count === 1 ? "" : "s"}`;
}

const NOT_JUDGED = 2;

/** Whether a file that does not fit the page kept the trial from being judged. */
export function isNotJudged(trial: Trial): boolean {
  return trial.result.exit === NOT_JUDGED;
}

/** Whether trouble of the tool itself ended the trial. */
export function isTrouble(trial: Trial): boolean {
  return Boolean(trial.result.error) && !isNotJudged(trial);
}

export function headline(report: Report): string {
  const findings = report.trials.reduce((sum, trial) => sum + trial.result.findings.length, 0);
  const errors = report.trials.filter(isTrouble).length;
  const misfits = report.trials.filter(isNotJudged).length;
  const trials = numberOf(report.trials.length, "trial");
  if (findings > 0) return `${numberOf(findings, "finding")} in ${trials}`;
  if (errors > 0) return `The tool itself had trouble in ${errors} of ${trials}`;
  if (misfits > 0) return `${misfits} of ${trials} cannot be judged`;
  if (report.trials.some((trial) => trial.result.unmet?.length))
    return `No findings in ${trials}, yet not all was tested`;
  return report.trials.length === 0 ? "Nothing was run" : `No findings in ${trials}`;
}

export function whatWasRun(report: Report): string {
  const scenarios = new Set(report.trials.map((trial) => trial.scenario.id)).size;
  return (
    `Meanwhile played ${numberOf(scenarios, "scenario")} in ${numberOf(report.trials.length, "trial")} on ` +
    `“${report.session.target.title}”. Whatever the page said was compared with what was really happening at that moment, ` +
    `by ${numberOf(report.laws.length, "law")}.`
  );
}

/** For a reader who lands on a finding: that there is more, or not. */
export function comeOfIt({ report, all }: Index): string {
  const quiet = report.trials.filter((trial) => trial.result.exit === 0).length;
  const rest = quiet === 0 ? "" : `; ${numberOf(quiet, "trial")} passed`;
  return all.length === 1 ? `This is the one finding${rest}.` : `This is one of ${all.length} findings${rest}.`;
}

/** What a gate makes of a finding; a new one needs no words. */
export function gateWords({ status, note }: Finding): string {
  if (!status || status === "new") return note ? `new again: it ${note}` : "";
  return note ? `${status}: ${note}` : status;
}

export function howLong(report: Report): string {
  const { virtual_ms, wall_ms } = report.session;
  return `${spoken(virtual_ms)} of the page’s time${judgedIn(wall_ms)}.`;
}

/** How long it took; a report that is of no machine does not say. */
export function judgedIn(wallMs: number): string {
  return wallMs > 0 ? `, judged in ${spoken(wallMs)}` : "";
}

export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

const ROLE_WORDS: Record<string, string> = {
  title: "tab title",
  progressbar: "bar",
  img: "picture",
  textbox: "field",
  combobox: "choice",
  checkbox: "box",
  listitem: "list item",
  generic: "text",
};

/** What a role is called by people. */
export function roleWords(role: string): string {
  return ROLE_WORDS[role] ?? role;
}

/** What sets a trial apart from others of its scenario. */
export function apart(trial: Trial): string {
  const { seed, repeat, defect } = trial.result;
  const parts = [defect ? `defect ${defect}` : "", `seed ${seed}`, repeat > 1 ? `repeat ${repeat}` : ""];
  return parts.filter(Boolean).join(", ");
}

export function trialAnswer(trial: Trial): string {
  if (isNotJudged(trial)) return "This trial cannot be judged: a file does not fit the page.";
  if (isTrouble(trial)) return "The tool itself had trouble, so this trial says nothing about the page.";
  const found = trial.result.findings.length;
  if (found > 0) return `${numberOf(found, "finding")} in this trial.`;
  if (trial.result.unmet?.length)
    return "No findings in this trial, yet not all that it exists for was put to the test.";
  const judged = trial.result.verdicts.filter((one) => one.verdict === "passed").length;
  return `No findings in this trial: ${numberOf(judged, "law")} put to the test, and held.`;
}

const NUMBER = /\d+(?:[.,:]\d+)*/g;
const SHARED_PREFIX = /^[^\d]*/;

/** How a sentence counted on: `1 → 90 of 200 items` for `1 of 200 items` that became `90 of 200 items`. */
export function counted(first: string, last: string): string {
  if (first === last || first.match(SHARED_PREFIX)?.[0] !== last.match(SHARED_PREFIX)?.[0]) return last;
  const before = first.match(NUMBER) ?? [];
  let place = 0;
  return last.replace(NUMBER, (now) => {
    const was = before[place++];
    return was === undefined || was === now ? now : `${was} → ${now}`;
  });
}

export function shortened(text: string, width: number, perMark = 6.4): string {
  const room = Math.floor(width / perMark);
  if (text.length <= room) return text;
  return room < 4 ? "" : `${text.slice(0, room - 1).trimEnd()}…`;
}

/** What the page asked for that no wire claims, if anything. */
export function passedWords(count: number, paths: readonly string[]): string | undefined {
  if (count === 0) return undefined;
  const suchAs = count > paths.length ? "such as " : "";
  return `${numberOf(count, "request")} took no time (${suchAs}${paths.join(", ")})`;
}
