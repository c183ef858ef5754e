/** What failed, by law: the gravest first, each with the moment at which it can be seen. */
import { command } from "./copy";
import { pictureOf, type Index, type Law, type Numbered } from "./data";
import { h } from "./dom";
import { grouped } from "./groups";
import { findingLink } from "./links";
import { shownBit } from "./more";
import { partOf } from "./parts";
import { image } from "./pictures";
import { apart, capital, gateWords, numberOf, spoken } from "./words";

const SEVERITIES = ["blocker", "major", "minor"];
const MOST_GROUPS = 12;
const MOST_OTHERS = 5;

export interface Group {
  law: Law;
  found: [Numbered, ...Numbered[]];
}

/** New findings before those that a baseline accepts, then by severity, then by number. */
export function groupsOf(index: Index): Group[] {
  const ordered = [...index.all].sort((a, b) => known(a) - known(b));
  const groups = grouped(ordered, (one) => one.finding.law).map((found) => ({
    law: index.law(found[0].finding.law),
    found,
  }));
  const rank = ({ found: [first] }: Group): number => SEVERITIES.indexOf(first.finding.severity);
  return groups.sort(
    (a, b) => known(a.found[0]) - known(b.found[0]) || rank(a) - rank(b) || b.found.length - a.found.length,
  );
}

function known({ finding }: Numbered): number {
  return finding.status && finding.status !== "new" ? 1 : 0;
}

export function failures(index: Index): HTMLElement | undefined {
  if (index.all.length === 0) return undefined;
  const list = h("div", { class: "failures" });
  const more = shownBit(list, groupsOf(index), MOST_GROUPS, (group) => failure(index, group));
  return h(
    "section",
    { class: "block", "aria-labelledby": "failures-title" },
    h("h2", { id: "failures-title" }, "What failed"),
    list,
    more,
  );
}

function failure(index: Index, { law, found }: Group): HTMLElement {
  const [first, ...rest] = found;
  const scenarios = new Set(found.map((one) => one.trial.scenario.id)).size;
  const often = `${numberOf(found.length, "finding")} in ${numberOf(scenarios, "scenario")}`;
  return h(
    "article",
    { class: "failure" },
    h(
      "div",
      { class: "failure-words" },
      h(
        "p",
        { class: "kicker kicker-found" },
        [first.finding.severity, often, gateWords(first.finding)].filter(Boolean).join(" · "),
      ),
      h("h3", {}, h("a", { href: findingLink(first) }, law.failure_title)),
      h("p", { class: "sentence" }, capital(first.finding.sentence)),
      h("p", { class: "quiet" }, `${first.trial.scenario.title} · ${apart(first.trial)}`),
      command(first.trial.result.replay),
      rest.length > 0 && others(rest),
    ),
    shot(index, first),
  );
}

function others(rest: readonly Numbered[]): HTMLElement {
  const list = h("ul", { class: "failure-others" });
  const more = shownBit(list, rest, MOST_OTHERS, (one) =>
    h(
      "li",
      {},
      h("a", { href: findingLink(one) }, `${one.trial.scenario.title}, at ${spoken(one.finding.at_ms)}`),
      h("span", { class: "quiet" }, [` ${apart(one.trial)}`, gateWords(one.finding)].filter(Boolean).join(" · ")),
    ),
  );
  return h("div", {}, h("h4", { class: "small-title" }, "Also"), list, more);
}

function shot(index: Index, one: Numbered): HTMLElement | undefined {
  const picture = pictureOf(partOf(index.report, one.trial).pictures, one.finding);
  if (!picture) return undefined;
  const words = `The page at ${spoken(picture.at)}`;
  return h(
    "a",
    { class: "failure-picture", href: findingLink(one), "aria-label": `${words}: look at this moment` },
    image(picture.image, words),
  );
}
