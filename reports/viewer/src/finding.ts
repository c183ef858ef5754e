/** One finding: what the page said against what was true, why it matters, the picture, and the command that replays it. */
import { command } from "./copy";
import { pictureOf, type Finding, type Index, type Law, type Numbered } from "./data";
import { h } from "./dom";
import { partOf } from "./parts";
import { figure, lookAt, shotsOf } from "./pictures";
import { capital, gateWords, spoken } from "./words";

export function findingView(index: Index, chosen: Numbered): HTMLElement {
  const law = index.law(chosen.finding.law);
  const kicker = [
    `Finding ${chosen.number} of ${index.all.length}`,
    chosen.finding.severity,
    gateWords(chosen.finding),
  ];
  return h(
    "section",
    { class: "finding", "aria-labelledby": "finding-title" },
    h("p", { class: "kicker kicker-found" }, kicker.filter(Boolean).join(" · ")),
    h("h1", { id: "finding-title", tabindex: "-1" }, law.failure_title),
    h("p", { class: "lead sentence" }, capital(chosen.finding.sentence)),
    chosen.trial.result.defect
      ? h(
          "p",
          { class: "note" },
          `The flaw was put into this page on purpose (defect ${chosen.trial.result.defect}), to see it caught.`,
        )
      : undefined,
    h(
      "div",
      { class: "finding-body" },
      h("div", { class: "finding-words" }, ...words(chosen, law)),
      shot(index, chosen),
    ),
  );
}

function words({ finding, trial }: Numbered, law: Law): (HTMLElement | undefined)[] {
  return [
    versus(finding),
    h("p", { class: "when" }, when(finding)),
    h("h2", { class: "small-title" }, "Why it matters"),
    h("p", {}, finding.why),
    ...instead(law),
    h("h2", { class: "small-title" }, "See it again"),
    command(trial.result.replay),
  ];
}

/** Reports of earlier versions do not know what a good page does. */
function instead(law: Law): HTMLElement[] {
  if (!law.instead) return [];
  return [h("h2", { class: "small-title" }, "What a good page does"), h("p", {}, law.instead)];
}

function versus(finding: Finding): HTMLElement {
  return h(
    "dl",
    { class: "versus" },
    h(
      "div",
      { class: "versus-said" },
      h("dt", {}, quoted(finding) ? "The page said" : "The page"),
      h("dd", {}, finding.said || "nothing"),
    ),
    h("div", { class: "versus-true" }, h("dt", {}, "In truth"), h("dd", {}, finding.truth)),
  );
}

/** A finding may be about what the page did not show; then nothing was said. */
function quoted({ said, sentence }: Finding): boolean {
  return sentence.includes(`"${said}"`);
}

function when(finding: Finding): string {
  const tab = finding.tab > 0 ? `, in tab ${finding.tab + 1}` : "";
  if (finding.until_ms === null || finding.until_ms - finding.at_ms < 100) return `At ${spoken(finding.at_ms)}${tab}.`;
  return `From ${spoken(finding.at_ms)} to ${spoken(finding.until_ms)}${tab}: ${spoken(finding.until_ms - finding.at_ms)}.`;
}

function shot(index: Index, { finding, trial }: Numbered): HTMLElement | undefined {
  const picture = pictureOf(partOf(index.report, trial).pictures, finding);
  if (!picture) return undefined;
  const shots = shotsOf(index, trial);
  const place = shots.findIndex((one) => one.at === picture.at && one.tab === picture.tab);
  const exact = picture.at === finding.at_ms;
  const words = exact ? "The page at that moment" : `The page ${spoken(finding.at_ms - picture.at)} before`;
  return h(
    "figure",
    { class: "picture picture-large" },
    figure(picture.image, words, () => lookAt(shots, place, () => undefined)),
    h("figcaption", {}, h("strong", {}, words), spoken(picture.at)),
  );
}
