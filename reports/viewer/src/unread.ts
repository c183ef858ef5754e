/** What the page said and nobody could read: no law judged it, so a person should, and may teach the reader. */
import { command } from "./copy";
import type { Index, Trial, Unread } from "./data";
import { h } from "./dom";
import { momentLink } from "./links";
import { capital, numberOf, roleWords, spoken } from "./words";

/** The same sentence in the same place, over trials. */
interface Entry {
  first: Unread;
  trial: Trial;
  times: number;
  trials: number;
}

const MOST = 40;

export function unreadOf(index: Index, trials: readonly Trial[]): HTMLElement | undefined {
  const entries = entriesOf(trials);
  if (entries.length === 0) return undefined;
  const several = index.report.trials.length > 1 && trials.length > 1;
  const rest = entries.length - MOST;
  return h(
    "section",
    { class: "block", "aria-labelledby": "unread-title" },
    h("h2", { id: "unread-title" }, "Could not be read"),
    h(
      "p",
      { class: "lead" },
      "These sentences hold a number, a state or an alarm, and Meanwhile could not tell what they claim, so no law judged them. If one matters, teach the reader: put its line under ",
      h("code", {}, "phrases:"),
      " in the target file, and say it in plain words.",
    ),
    h("ul", { class: "unread" }, ...entries.slice(0, MOST).map((one) => entry(one, several))),
    rest > 0 && h("p", { class: "note" }, `and ${rest} more`),
  );
}

export function entriesOf(trials: readonly Trial[]): Entry[] {
  const found = new Map<string, Entry>();
  for (const trial of trials)
    for (const one of trial.result.unread ?? []) {
      const key = [one.text, one.role, one.where ?? ""].join("\n");
      const held = found.get(key);
      const times = (held?.times ?? 0) + (one.times ?? 1);
      found.set(key, held ? { ...held, times, trials: held.trials + 1 } : { first: one, trial, times, trials: 1 });
    }
  return [...found.values()].sort((a, b) => b.times - a.times);
}

function entry({ first, trial, times, trials }: Entry, several: boolean): HTMLElement {
  const place = [roleWords(first.role), first.where, first.tab > 0 ? `tab ${first.tab + 1}` : ""]
    .filter(Boolean)
    .join(", ");
  const often = `${times === 1 ? "once" : `${times} times`}${several ? ` in ${numberOf(trials, "trial")}` : ""}`;
  return h(
    "li",
    {},
    h("p", { class: "unread-text" }, `“${first.text}”`),
    h(
      "p",
      { class: "quiet" },
      `${capital(place)} · ${often} · first at `,
      h("a", { href: momentLink(trial, first.at_ms) }, spoken(first.at_ms)),
      several && ` of “${trial.scenario.title}”`,
    ),
    command(lineFor(first)),
  );
}

/** The line for the target file; where the result brings none, the sentence with room for plain words. */
export function lineFor({ text, phrase }: Unread): string {
  return phrase || `${JSON.stringify(text)}: ""`;
}
