/** The first screen: what was run and what came of it, for someone who never saw the tool. */
import type { Law, Numbered, Report } from "./data";
import { lawOf } from "./data";
import { h } from "./dom";
import { grid } from "./grid";
import { apart, headline, howLong, numberOf, whatWasRun } from "./words";

export function summary(report: Report, all: Numbered[]): HTMLElement {
  return h(
    "main",
    { class: "summary", id: "main", tabindex: "-1" },
    h(
      "section",
      { class: "opening" },
      h("p", { class: "kicker" }, report.session.target.title),
      h("h1", {}, headline(report)),
      h("p", { class: "lead" }, whatWasRun(report)),
      h("p", { class: "quiet" }, howLong(report)),
    ),
    all.length > 0 && findings(report, all),
    trouble(report),
    untested(report),
    grid(report, all),
    laws(report),
    facts(report),
  );
}

function findings(report: Report, all: Numbered[]): HTMLElement {
  return h(
    "section",
    { class: "block", "aria-labelledby": "findings-title" },
    h("h2", { id: "findings-title" }, "What was found"),
    h("ol", { class: "finding-list" }, ...all.map((one) => findingEntry(report, one))),
  );
}

function findingEntry(report: Report, one: Numbered): HTMLElement {
  return h(
    "li",
    {},
    h(
      "a",
      { href: `#finding-${one.number}`, class: "finding-entry" },
      h("span", { class: "finding-number", "aria-hidden": "true" }, String(one.number)),
      h(
        "span",
        { class: "finding-text" },
        h("strong", {}, lawOf(report, one.finding.law).failure_title),
        h("span", {}, one.finding.sentence),
        h("span", { class: "quiet" }, `${one.finding.severity} · ${one.trial.scenario.title} · ${apart(one.trial)}`),
      ),
    ),
  );
}

function trouble(report: Report): HTMLElement | undefined {
  const broken = report.trials.filter((trial) => trial.result.error);
  if (broken.length === 0) return undefined;
  return h(
    "section",
    { class: "block" },
    h("h2", {}, "Trouble of the tool itself"),
    h(
      "p",
      { class: "lead" },
      `${numberOf(broken.length, "trial")} could not be judged. This says nothing about the page.`,
    ),
    h(
      "ul",
      { class: "plain-list" },
      ...broken.map((trial) => h("li", {}, `${trial.scenario.title} (${apart(trial)}): ${trial.result.error}`)),
    ),
  );
}

/** Laws that a scenario exists for and that it did not put to the test. */
function untested(report: Report): HTMLElement | undefined {
  const unmet = report.trials.filter((trial) => trial.result.unmet?.length);
  if (unmet.length === 0) return undefined;
  const entries = unmet.map((trial) => {
    const titles = (trial.result.unmet ?? []).map((id) => `“${lawOf(report, id).title}”`);
    return h("li", {}, `${trial.scenario.title} (${apart(trial)}): ${titles.join(", ")}`);
  });
  return h(
    "section",
    { class: "block" },
    h("h2", {}, "Not put to the test"),
    h("p", { class: "lead" }, "These scenarios exist for laws that did not pass in them."),
    h("ul", { class: "plain-list" }, ...entries),
  );
}

function laws(report: Report): HTMLElement {
  const idle = new Set(report.session.never_armed);
  return h(
    "section",
    { class: "block", "aria-labelledby": "laws-title" },
    h("h2", { id: "laws-title" }, "The laws"),
    h("div", { class: "laws" }, ...report.laws.map((law) => lawEntry(law, idle.has(law.id)))),
  );
}

function lawEntry(law: Law, idle: boolean): HTMLElement {
  return h(
    "article",
    { id: `law-${law.id}`, class: "law", tabindex: "-1" },
    h("h3", {}, law.title),
    h("p", {}, law.why),
    h("p", { class: "quiet" }, `${law.id} · ${law.severity} · ${law.source}`),
    idle && h("p", { class: "quiet" }, "It found nothing to judge in this session."),
  );
}

function facts(report: Report): HTMLElement {
  const { command, version, started, target } = report.session;
  const rows: [string, string][] = [
    ["Command", command],
    ["Target", `${target.title} (${target.id})`],
    ["Started", started],
    ["Meanwhile", version],
  ];
  return h(
    "section",
    { class: "block", "aria-labelledby": "facts-title" },
    h("h2", { id: "facts-title" }, "This session"),
    h("dl", { class: "facts" }, ...rows.map(([name, value]) => h("div", {}, h("dt", {}, name), h("dd", {}, value)))),
  );
}
