/** Scenarios by laws. */
import type { Law, Numbered, Report, Verdict } from "./data";
import { h } from "./dom";
import { legend, mark } from "./marks";
import { trialLink } from "./links";
import { cellOf, rowsOf, type Cell, type Row } from "./rows";
import { VERDICT_WORDS, numberOf } from "./words";

export function grid(report: Report, all: Numbered[]): HTMLElement {
  const rows = rowsOf(report.trials);
  const shown = new Set<Verdict>(report.trials.flatMap((trial) => trial.result.verdicts.map((one) => one.verdict)));
  const armed = rows.some((row) => row.arms.size > 0);
  return h(
    "section",
    { class: "block", "aria-labelledby": "grid-title" },
    h("h2", { id: "grid-title" }, "Every scenario, by every law"),
    h(
      "p",
      { class: "lead" },
      "A scenario is a situation that people meet; a law says what a page owes them in it. Choose a mark to see the trial.",
    ),
    h(
      "div",
      { class: "grid-scroll", tabindex: "0", role: "region", "aria-label": "Scenarios by laws" },
      table(report, rows, all),
    ),
    legend(shown),
    armed && h("p", { class: "note" }, "An underlined mark: the scenario exists for this law."),
  );
}

function table(report: Report, rows: Row[], all: Numbered[]): HTMLElement {
  return h(
    "table",
    { class: "grid" },
    h(
      "thead",
      {},
      h("tr", {}, h("th", { scope: "col", class: "grid-corner" }, "Scenario"), ...report.laws.map(column)),
    ),
    h("tbody", {}, ...rows.map((row) => line(report, row, all))),
  );
}

function column(law: Law): HTMLElement {
  return h(
    "th",
    { scope: "col", title: law.title },
    h("a", { href: `#law-${law.id}`, class: "grid-law" }, law.id.replaceAll("-", " ")),
  );
}

function line(report: Report, row: Row, all: Numbered[]): HTMLElement {
  const first = row.trials[0];
  const about = [
    row.defect ? `with the defect ${row.defect}` : "",
    row.trials.length > 1 ? numberOf(row.trials.length, "trial") : "",
    row.trials.some((trial) => trial.result.error) ? "the tool itself had trouble" : "",
  ];
  return h(
    "tr",
    {},
    h(
      "th",
      { scope: "row" },
      h("a", { href: first ? trialLink(first, all) : "#summary" }, row.title),
      h("span", { class: "grid-about" }, about.filter(Boolean).join(" · ")),
    ),
    ...report.laws.map((law) => h("td", {}, cell(law, row, cellOf(row, law.id), all))),
  );
}

function cell(law: Law, row: Row, found: Cell | undefined, all: Numbered[]): HTMLElement {
  if (!found) return h("span", { class: "grid-none" }, "");
  const words = VERDICT_WORDS[found.verdict];
  const share = found.of > 1 && found.count < found.of ? `${words} ${found.count} of ${found.of}` : words;
  return h(
    "a",
    {
      class: `grid-mark${row.arms.has(law.id) ? " grid-armed" : ""}`,
      href: trialLink(found.trial, all, law.id),
      "aria-label": `${law.title}: ${share}`,
    },
    mark(found.verdict),
    h("span", { class: "grid-word" }, share),
  );
}
