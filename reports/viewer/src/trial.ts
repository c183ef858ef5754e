/** One trial: its findings, the moment that is looked at, and how each law answered. */
import { command } from "./copy";
import type { Index, LawVerdict, Numbered, Part, Trial } from "./data";
import { h } from "./dom";
import { findingView } from "./finding";
import { findingLink, momentLink, trialLink } from "./links";
import { mark } from "./marks";
import { momentView, type Moment } from "./moment/moment";
import { partOf } from "./parts";
import { unreadOf } from "./unread";
import {
  isNotJudged,
  isTrouble,
  VERDICT_WORDS,
  apart,
  comeOfIt,
  judgedIn,
  numberOf,
  passedWords,
  spoken,
  trialAnswer,
  whatWasRun,
} from "./words";

const MOST_SIBLINGS = 24;

export interface TrialPage {
  element: HTMLElement;
  /** The part that shows a moment; a trial that left nothing has none. */
  moment: Moment | undefined;
}

export function trialPage(index: Index, trial: Trial, at?: number, chosen?: Numbered): TrialPage {
  const own = index.own(trial);
  const part = partOf(index.report, trial);
  const { timeline } = part;
  const elsewhere = elsewhereOf(index, part, at);
  const moment = timeline ? momentView({ index, trial, part, timeline, chosen, at, elsewhere }) : undefined;
  const element = h(
    "main",
    { class: "trial", id: "main", tabindex: "-1" },
    h(
      "nav",
      { class: "crumbs", "aria-label": "Where you are" },
      h("a", { href: "#summary" }, "Summary"),
      h("span", {}, trial.scenario.title),
    ),
    chosen && h("p", { class: "intro" }, `${whatWasRun(index.report)} ${comeOfIt(index)}`),
    chosen ? findingView(index, chosen) : heading(trial),
    own.length > 1 && others(index, own, chosen),
    moment?.element,
    unreadOf(index, [trial]),
    verdicts(index, trial),
    siblings(index, trial),
    facts(trial, part, chosen !== undefined),
  );
  return { element, moment };
}

function elsewhereOf(index: Index, part: Part, at: number | undefined): HTMLElement | undefined {
  const shown = index.report.trials.find((one) => one.result.id === part.pictured_in);
  if (!shown) return undefined;
  return h(
    "p",
    { class: "quiet" },
    "Trials that ended alike are pictured once, to keep this file small: see ",
    h("a", { href: momentLink(shown, at) }, `the trial with ${apart(shown)}`),
    ".",
  );
}

function heading(trial: Trial): HTMLElement {
  return h(
    "section",
    { class: "opening" },
    h("p", { class: "kicker" }, `Trial · ${apart(trial)}`),
    h("h1", { tabindex: "-1" }, trial.scenario.title),
    h("p", { class: "lead" }, trialAnswer(trial)),
    trial.result.defect
      ? h("p", { class: "note" }, `The page carries a flaw on purpose: defect ${trial.result.defect}.`)
      : undefined,
    trial.result.error ? h("p", { class: "trouble" }, trial.result.error) : undefined,
  );
}

function others(index: Index, own: readonly Numbered[], chosen: Numbered | undefined): HTMLElement {
  const entries = own.map((one) =>
    h(
      "li",
      {},
      h(
        "a",
        { href: findingLink(one), "aria-current": one === chosen ? "true" : undefined },
        h("span", { class: "finding-number" }, String(one.number)),
        `${index.law(one.finding.law).failure_title}, at ${spoken(one.finding.at_ms)}`,
      ),
    ),
  );
  return h(
    "nav",
    { class: "others", "aria-labelledby": "others-title" },
    h("h2", { class: "small-title", id: "others-title" }, "Findings of this trial"),
    h("ol", {}, ...entries),
  );
}

/** What kept a trial from an answer; empty where nothing did. */
function trialEnd(trial: Trial): string {
  return isNotJudged(trial) ? "cannot be judged" : isTrouble(trial) ? "trouble of the tool" : "";
}

/** Other trials of the scenario: other seeds, repeats and defects. */
function siblings(index: Index, trial: Trial): HTMLElement | undefined {
  const all = index.report.trials.filter((one) => one !== trial && one.scenario.id === trial.scenario.id);
  if (all.length === 0) return undefined;
  const entries = all.slice(0, MOST_SIBLINGS).map((one) => {
    const found = one.result.findings.length;
    const answer = trialEnd(one) || (found > 0 ? numberOf(found, "finding") : "no findings");
    return h("li", {}, h("a", { href: trialLink(one, index.own(one)) }, apart(one)), `: ${answer}`);
  });
  const rest = all.length - entries.length;
  return h(
    "section",
    { class: "block", "aria-labelledby": "siblings-title" },
    h("h2", { id: "siblings-title" }, "Other trials of this scenario"),
    h("ul", { class: "plain-list columns" }, ...entries),
    rest > 0 && h("p", { class: "note" }, `and ${rest} more`),
  );
}

function verdicts(index: Index, trial: Trial): HTMLElement | undefined {
  if (trial.result.verdicts.length === 0) return undefined;
  return h(
    "section",
    { class: "block", "aria-labelledby": "verdicts-title" },
    h("h2", { id: "verdicts-title" }, "How each law answered"),
    h("ul", { class: "verdicts" }, ...trial.result.verdicts.map((one) => verdict(index, one))),
  );
}

function verdict(index: Index, one: LawVerdict): HTMLElement {
  const law = index.law(one.law);
  const under = one.under ? `The same fault is reported as “${index.law(one.under).failure_title}”.` : "";
  const remarks = [one.why ?? "", under, ...(one.doubts ?? []).slice(0, 3)].filter(Boolean).join(" ");
  return h(
    "li",
    {},
    mark(one.verdict),
    h(
      "div",
      {},
      h("a", { href: `#law-${law.id}` }, one.verdict === "failed" ? law.failure_title : law.title),
      h(
        "span",
        { class: "quiet" },
        ` ${VERDICT_WORDS[one.verdict]}${one.judged > 0 ? `, ${numberOf(one.judged, "thing")} judged` : ""}`,
      ),
      remarks ? h("p", { class: "quiet" }, remarks) : undefined,
    ),
  );
}

function facts(trial: Trial, { header }: Part, replayShown: boolean): HTMLElement {
  const { result } = trial;
  const rows: [string, string | Node | undefined][] = [
    ["Scenario", `${trial.scenario.id}${trial.scenario.source ? ` (${trial.scenario.source})` : ""}`],
    ["Trial", result.id],
    ["Browser", shown(header?.["browser"])],
    ["Network", shown(header?.["profile"])],
    ["A true statement may be this old", header ? spoken(Number(header["beta_ms"])) : undefined],
    ["Length", `${spoken(result.virtual_ms)}${judgedIn(result.wall_ms)}`],
    ["Outside the wire", passedWords(result.passed_through ?? 0, result.passed_paths ?? [])],
    ["Playwright's trace", result.traced ? traceLink(result.traced) : undefined],
    ["Truth and screen", `${result.truth_hash.slice(0, 12)} · ${result.screen_hash.slice(0, 12)}`],
  ];
  const known = rows.filter((row): row is [string, string | Node] => Boolean(row[1]));
  return h(
    "section",
    { class: "block", "aria-labelledby": "trial-facts" },
    h("h2", { id: "trial-facts" }, "This trial"),
    h("dl", { class: "facts" }, ...known.map(([name, value]) => h("div", {}, h("dt", {}, name), h("dd", {}, value)))),
    replayShown ? undefined : h("h3", { class: "small-title" }, "See it again"),
    replayShown ? undefined : command(result.replay),
  );
}

/** The file lies beside the report; `playwright show-trace` opens it. */
function traceLink(file: string): HTMLElement {
  return h("span", {}, h("a", { href: file }, file), " (playwright show-trace)");
}

function shown(value: string | number | null | undefined): string | undefined {
  return value === null || value === undefined ? undefined : String(value);
}
