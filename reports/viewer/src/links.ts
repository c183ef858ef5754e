/** Addresses inside the report: `#summary`, `#finding-1`, `#trial-<place from 1>`, `#law-<id>`. */
import type { Numbered, Report, Trial } from "./data";

export type Place =
  { view: "summary"; anchor?: string } | { view: "trial"; trial: Trial } | { view: "finding"; chosen: Numbered };

export function trialLink(trial: Trial, all: Numbered[], law?: string): string {
  const own = all.filter((one) => one.trial === trial);
  const found = own.find((one) => one.finding.law === law) ?? own[0];
  return found ? `#finding-${found.number}` : `#trial-${trial.result.id}`;
}

export function placeOf(hash: string, report: Report, all: Numbered[]): Place {
  const address = decoded(hash.replace(/^#/, ""));
  const chosen = all.find((one) => `finding-${one.number}` === address);
  if (chosen) return { view: "finding", chosen };
  const trial = report.trials.find((one) => `trial-${one.result.id}` === address);
  if (trial) return { view: "trial", trial };
  return address.startsWith("law-") ? { view: "summary", anchor: address } : { view: "summary" };
}

/** Where a report opens: on its first finding if there is one. */
export function opening(hash: string, all: Numbered[]): string {
  if (hash.length > 1) return hash;
  return all.length > 0 ? "#finding-1" : "#summary";
}

function decoded(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
}
