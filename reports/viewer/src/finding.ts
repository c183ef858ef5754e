/** One finding: what the page said against what was true, why it matters, the picture, and the command that replays it. */
import { lawOf, pictureOf, type Finding, type Numbered, type Picture, type Report } from "./data";
import { button, h } from "./dom";
import { figure } from "./pictures";
import { spoken } from "./words";

export function findingView(report: Report, chosen: Numbered, total: number): HTMLElement {
  const law = lawOf(report, chosen.finding.law);
  const picture = pictureOf(chosen.trial, chosen.finding);
  return h(
    "section",
    { class: "finding", "aria-labelledby": "finding-title" },
    h("p", { class: "kicker kicker-found" }, `Finding ${chosen.number} of ${total} · ${chosen.finding.severity}`),
    h("h1", { id: "finding-title", tabindex: "-1" }, law.failure_title),
    h("p", { class: "lead sentence" }, sentence(chosen.finding.sentence)),
    chosen.trial.result.defect
      ? h(
          "p",
          { class: "note" },
          `The flaw was put into this page on purpose (defect ${chosen.trial.result.defect}), to see it caught.`,
        )
      : undefined,
    h("div", { class: "finding-body" }, h("div", { class: "finding-words" }, ...words(chosen)), shot(picture)),
  );
}

function words({ finding, trial }: Numbered): (HTMLElement | undefined)[] {
  return [
    versus(finding),
    h("p", { class: "when" }, when(finding)),
    h("h2", { class: "small-title" }, "Why it matters"),
    h("p", {}, finding.why),
    h("h2", { class: "small-title" }, "See it again"),
    command(trial.result.replay),
  ];
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

function sentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function shot(picture: Picture | undefined): HTMLElement | undefined {
  return picture && figure({ ...picture, label: "The page at that moment", why: "" }, "large");
}

export function command(text: string): HTMLElement {
  const code = h("code", { tabindex: "0" }, text);
  const told = h("span", { class: "visually-hidden", role: "status" });
  const copy = button("Copy", () => {
    getSelection()?.selectAllChildren(code);
    void navigator.clipboard?.writeText(text).then(
      () => (told.textContent = copy.textContent = "Copied"),
      () => (told.textContent = "Selected: copy it with the keyboard"),
    );
  });
  return h("div", { class: "command" }, code, copy, told);
}
