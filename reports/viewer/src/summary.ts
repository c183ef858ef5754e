/** The first screen: what was run and what came of it, for someone who never saw the tool. */
import type { Index, Trial } from "./data";
import { failures } from "./failures";
import { grid } from "./grid";
import { h } from "./dom";
import { laws } from "./laws";
import { unreadOf } from "./unread";
import { apart, headline, howLong, isNotJudged, isTrouble, numberOf, whatWasRun } from "./words";

export function summary(index: Index, missing?: string): HTMLElement {
  const { report } = index;
  return h(
    "main",
    { class: "summary", id: "main", tabindex: "-1" },
    h(
      "section",
      { class: "opening" },
      h("p", { class: "kicker" }, report.session.target.title),
      h("h1", { tabindex: "-1" }, headline(report)),
      missing !== undefined &&
        h("p", { class: "trouble" }, `This report holds no trial “${missing}”: the link is another report’s.`),
      h("p", { class: "lead" }, whatWasRun(report)),
      h("p", { class: "quiet" }, howLong(report)),
      ...(report.session.remarks ?? []).map((remark) => h("p", { class: "quiet" }, remark)),
      report.session.broken_off
        ? h("p", { class: "trouble" }, `The session was broken off: ${report.session.broken_off}`)
        : undefined,
    ),
    failures(index),
    misfits(index),
    trouble(index),
    untested(index),
    unreadOf(index, report.trials),
    grid(index),
    laws(index),
    facts(index),
  );
}

function misfits({ report }: Index): HTMLElement | undefined {
  const lead = (count: string): string => `${count}: a file does not fit the page. This says nothing about the page.`;
  return ended("not-judged", "Cannot be judged", report.trials.filter(isNotJudged), lead);
}

function trouble({ report }: Index): HTMLElement | undefined {
  const lead = (count: string): string => `${count} could not be judged. This says nothing about the page.`;
  return ended("trouble", "Trouble of the tool itself", report.trials.filter(isTrouble), lead);
}

/** Trials that ended in a sentence instead of an answer. */
function ended(id: string, title: string, trials: Trial[], lead: (count: string) => string): HTMLElement | undefined {
  if (trials.length === 0) return undefined;
  return h(
    "section",
    { class: "block", "aria-labelledby": `${id}-title` },
    h("h2", { id: `${id}-title` }, title),
    h("p", { class: "lead" }, lead(numberOf(trials.length, "trial"))),
    h(
      "ul",
      { class: "plain-list" },
      ...trials.map((trial) => h("li", {}, `${trial.scenario.title} (${apart(trial)}): ${trial.result.error}`)),
    ),
  );
}

/** Laws that nothing put to the test, and those that a scenario exists for and that did not pass in it. */
function untested(index: Index): HTMLElement | undefined {
  const { session, trials } = index.report;
  const idle = session.never_armed.map((id) => index.law(id));
  const unmet = trials.filter((trial) => trial.result.unmet?.length);
  if (idle.length + unmet.length === 0) return undefined;
  return h(
    "section",
    { class: "block", "aria-labelledby": "untested-title" },
    h("h2", { id: "untested-title" }, "Not put to the test"),
    idle.length > 0 &&
      h(
        "p",
        { class: "lead" },
        `${numberOf(idle.length, "law")} found nothing to judge in this session, so nothing is known about ${idle.length === 1 ? "it" : "them"}:`,
      ),
    idle.length > 0 &&
      h(
        "ul",
        { class: "plain-list columns" },
        ...idle.map((law) => h("li", {}, h("a", { href: `#law-${law.id}` }, law.title))),
      ),
    unmet.length > 0 && h("p", { class: "lead" }, "These scenarios exist for laws that did not pass in them:"),
    unmet.length > 0 &&
      h(
        "ul",
        { class: "plain-list" },
        ...unmet.map((trial) => {
          const titles = (trial.result.unmet ?? []).map((id) => `“${index.law(id).title}”`);
          return h("li", {}, `${trial.scenario.title} (${apart(trial)}): ${titles.join(", ")}`);
        }),
      ),
  );
}

function facts({ report }: Index): HTMLElement {
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
