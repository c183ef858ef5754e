/** One trial: its findings, its timeline, its pictures, and how each law answered. */
import { lawOf, type LawVerdict, type Numbered, type Report, type Trial } from "./data";
import { h } from "./dom";
import { command, findingView } from "./finding";
import { trialLink } from "./links";
import { mark } from "./marks";
import { strip } from "./pictures";
import { timelineView } from "./timeline/view";
import { VERDICT_WORDS, apart, comeOfIt, numberOf, passedWords, spoken, trialAnswer, whatWasRun } from "./words";

export function trialView(report: Report, trial: Trial, all: Numbered[], chosen?: Numbered): HTMLElement {
  const own = all.filter((one) => one.trial === trial);
  return h(
    "main",
    { class: "trial", id: "main", tabindex: "-1" },
    h(
      "nav",
      { class: "crumbs", "aria-label": "Where you are" },
      h("a", { href: "#summary" }, "Summary"),
      h("span", {}, trial.scenario.title),
    ),
    chosen && h("p", { class: "intro" }, `${whatWasRun(report)} ${comeOfIt(report, all)}`),
    chosen ? findingView(report, chosen, all.length) : heading(trial),
    own.length > 1 && others(report, own, chosen),
    trial.timeline ? timelineView(trial.timeline, own, chosen) : undefined,
    strip(trial.pictures) ?? elsewhere(report, trial, all),
    verdicts(report, trial),
    facts(trial, chosen !== undefined),
  );
}

function elsewhere(report: Report, trial: Trial, all: Numbered[]): HTMLElement | undefined {
  const shown = report.trials.find((one) => one.result.id === trial.pictured_in);
  if (!shown) return undefined;
  return h(
    "section",
    { class: "block", "aria-labelledby": "pictures-title" },
    h("h2", { id: "pictures-title" }, "The page in each state of the job"),
    h(
      "p",
      { class: "quiet" },
      "Trials that ended alike are pictured once, to keep this file small: see ",
      h("a", { href: trialLink(shown, all) }, `the trial with ${apart(shown)}`),
      ".",
    ),
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

function others(report: Report, own: Numbered[], chosen: Numbered | undefined): HTMLElement {
  const entries = own.map((one) =>
    h(
      "li",
      {},
      h(
        "a",
        { href: `#finding-${one.number}`, "aria-current": one === chosen ? "true" : undefined },
        h("span", { class: "finding-number" }, String(one.number)),
        `${lawOf(report, one.finding.law).failure_title}, at ${spoken(one.finding.at_ms)}`,
      ),
    ),
  );
  return h(
    "nav",
    { class: "others", "aria-label": "Findings of this trial" },
    h("h2", { class: "small-title" }, "Findings of this trial"),
    h("ol", {}, ...entries),
  );
}

function verdicts(report: Report, trial: Trial): HTMLElement {
  return h(
    "section",
    { class: "block", "aria-labelledby": "verdicts-title" },
    h("h2", { id: "verdicts-title" }, "How each law answered"),
    h("ul", { class: "verdicts" }, ...trial.result.verdicts.map((one) => verdict(report, one))),
  );
}

function verdict(report: Report, one: LawVerdict): HTMLElement {
  const law = lawOf(report, one.law);
  const under = one.under ? `The same fault is reported as “${lawOf(report, one.under).failure_title}”.` : "";
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

function facts(trial: Trial, replayShown: boolean): HTMLElement {
  const { result, header } = trial;
  const rows: [string, string | undefined][] = [
    ["Scenario", `${trial.scenario.id}${trial.scenario.source ? ` (${trial.scenario.source})` : ""}`],
    ["Trial", result.id],
    ["Browser", shown(header?.["browser"])],
    ["Network", shown(header?.["profile"])],
    ["A true statement may be this old", header ? spoken(Number(header["beta_ms"])) : undefined],
    ["Length", `${spoken(result.virtual_ms)}, judged in ${spoken(result.wall_ms)}`],
    ["Outside the wire", passedWords(result.passed_through ?? 0, result.passed_paths ?? [])],
    ["Truth and screen", `${result.truth_hash.slice(0, 12)} · ${result.screen_hash.slice(0, 12)}`],
  ];
  const known = rows.filter((row): row is [string, string] => Boolean(row[1]));
  return h(
    "section",
    { class: "block", "aria-labelledby": "trial-facts" },
    h("h2", { id: "trial-facts" }, "This trial"),
    h("dl", { class: "facts" }, ...known.map(([name, value]) => h("div", {}, h("dt", {}, name), h("dd", {}, value)))),
    replayShown ? undefined : h("h3", { class: "small-title" }, "See it again"),
    replayShown ? undefined : command(result.replay),
  );
}

function shown(value: string | number | null | undefined): string | undefined {
  return value === null || value === undefined ? undefined : String(value);
}
