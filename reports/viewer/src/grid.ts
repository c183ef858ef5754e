/** Scenarios by laws. */
import type { Index, Law, Verdict } from "./data";
import { h } from "./dom";
import { trialLink } from "./links";
import { legend, mark } from "./marks";
import { shownBit } from "./more";
import { cellsOf, rowsOf, type Cell, type Row } from "./rows";
import { VERDICT_WORDS, isNotJudged, isTrouble, numberOf } from "./words";

const MOST_ROWS = 60;

export function grid(index: Index): HTMLElement | undefined {
  const { report } = index;
  const rows = rowsOf(report.trials);
  if (rows.length === 0) return undefined;
  const shown = new Set<Verdict>(report.trials.flatMap((trial) => trial.result.verdicts.map((one) => one.verdict)));
  const body = h("tbody");
  const more = shownBit(body, rows, MOST_ROWS, (row) => line(index, row));
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
      h(
        "table",
        { class: "grid" },
        h(
          "thead",
          {},
          h("tr", {}, h("th", { scope: "col", class: "grid-corner" }, "Scenario"), ...report.laws.map(column)),
        ),
        body,
      ),
    ),
    more,
    legend(shown),
    rows.some((row) => row.arms.size > 0) &&
      h("p", { class: "note" }, "A mark on a ground: the scenario exists for this law."),
  );
}

function column(law: Law): HTMLElement {
  return h(
    "th",
    { scope: "col", title: law.title },
    h("a", { href: `#law-${law.id}`, class: "grid-law" }, law.id.replaceAll("-", " ")),
  );
}

function line(index: Index, row: Row): HTMLElement {
  const first = row.trials[0];
  const cells = cellsOf(row);
  const about = [
    row.defect ? `with the defect ${row.defect}` : "",
    row.trials.length > 1 ? numberOf(row.trials.length, "trial") : "",
    row.trials.some(isNotJudged) ? "cannot be judged" : "",
    row.trials.some(isTrouble) ? "the tool itself had trouble" : "",
  ].filter(Boolean);
  return h(
    "tr",
    {},
    h(
      "th",
      { scope: "row" },
      h("a", { href: trialLink(first, index.own(first)) }, row.title),
      about.length > 0 && h("span", { class: "grid-about" }, about.join(" · ")),
    ),
    ...index.report.laws.map((law) => h("td", {}, cell(index, law, row, cells.get(law.id)))),
  );
}

function cell(index: Index, law: Law, row: Row, found: Cell | undefined): HTMLElement | undefined {
  if (!found) return undefined;
  const words = VERDICT_WORDS[found.verdict];
  const share = found.of > 1 && found.count < found.of ? `${words} ${found.count} of ${found.of}` : words;
  return h(
    "a",
    {
      class: `grid-mark${row.arms.has(law.id) ? " grid-armed" : ""}`,
      href: trialLink(found.trial, index.own(found.trial), law.id),
      title: `${law.title}: ${share}`,
      "aria-label": `${law.title}: ${share}`,
    },
    mark(found.verdict),
    found.of > 1 && found.count < found.of && h("span", { class: "grid-share" }, `${found.count}/${found.of}`),
  );
}
