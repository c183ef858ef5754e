/** What is in elements of its own and read when it is looked at: one trial's part, and pictures. */
import type { Part, Report, Trial } from "./data";

const NOTHING: Part = { header: null, timeline: null, pictures: [], pictured_in: null };
const SAFE = /^data:image\/(webp|png|jpeg);base64,[A-Za-z0-9+/=]*$/;
const MOST_KEPT = 8;
const kept = new Map<string, Part>();

export function partOf(report: Report, trial: Trial): Part {
  const held = kept.get(trial.result.id);
  if (held) return held;
  const text = textOf(`meanwhile-trial-${report.trials.indexOf(trial)}`);
  const part = text ? (JSON.parse(text) as Part) : NOTHING;
  kept.set(trial.result.id, part);
  if (kept.size > MOST_KEPT) kept.delete(kept.keys().next().value as string);
  return part;
}

/** The address of a picture; nothing but a picture can be one. */
export function imageOf(name: string): string | undefined {
  const address = textOf(`meanwhile-picture-${name}`);
  return SAFE.test(address) ? address : undefined;
}

function textOf(id: string): string {
  return document.getElementById(id)?.textContent?.trim() ?? "";
}
