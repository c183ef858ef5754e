/** Addresses inside the report: `#summary`, `#law-<id>`, and `#trial=<id>&at=<ms>&finding=<number>`: a moment. */
import type { Numbered, Report, Trial } from "./data";

/** A place in the report. A moment is a trial and when; `chosen` is the finding that its page is about. */
export type Place =
  | { view: "summary"; anchor?: string; missing?: string }
  | { view: "trial"; trial: Trial; at?: number; chosen?: Numbered };

export function momentLink(trial: Trial, at?: number, chosen?: Numbered): string {
  const parts = [`trial=${encodeURIComponent(trial.result.id)}`];
  if (at !== undefined) parts.push(`at=${Math.round(at)}`);
  if (chosen) parts.push(`finding=${chosen.number}`);
  return `#${parts.join("&")}`;
}

export function findingLink(one: Numbered): string {
  return momentLink(one.trial, one.finding.at_ms, one);
}

/** Where a trial is opened: at its finding, the one of that law first; else at its beginning. */
export function trialLink(trial: Trial, own: readonly Numbered[], law?: string): string {
  const found = own.find((one) => one.finding.law === law) ?? own[0];
  return found ? findingLink(found) : momentLink(trial);
}

export function placeOf(hash: string, report: Report, all: readonly Numbered[]): Place {
  const address = hash.replace(/^#/, "");
  const asked = new URLSearchParams(address);
  const id = asked.get("trial");
  if (id === null) return address.startsWith("law-") ? { view: "summary", anchor: address } : { view: "summary" };
  const trial = report.trials.find((one) => one.result.id === id);
  if (!trial) return { view: "summary", missing: id };
  const chosen = all.find((one) => one.trial === trial && String(one.number) === asked.get("finding"));
  const at = momentOf(asked.get("at")) ?? chosen?.finding.at_ms;
  return { view: "trial", trial, ...(at === undefined ? {} : { at }), ...(chosen ? { chosen } : {}) };
}

/** Where a report opens: on its finding if there is just one. */
export function opening(hash: string, all: readonly Numbered[]): string {
  if (hash.length > 1) return hash;
  const [only, second] = all;
  return only && !second ? findingLink(only) : "#summary";
}

function momentOf(text: string | null): number | undefined {
  return text !== null && /^\d+$/.test(text) ? Number(text) : undefined;
}
