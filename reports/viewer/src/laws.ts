/** The laws: what each requires and why, and how often it gave which answer. */
import type { Index, Law, Verdict } from "./data";
import { h } from "./dom";
import { mark } from "./marks";
import { ORDER, countsByLaw, type Counts } from "./rows";
import { VERDICT_WORDS } from "./words";

export function laws(index: Index): HTMLElement {
  const counts = countsByLaw(index);
  const given = ORDER.filter((verdict) => [...counts.values()].some((one) => one[verdict]));
  const idle = new Set(index.report.session.never_armed);
  return h(
    "section",
    { class: "block", "aria-labelledby": "laws-title" },
    h("h2", { id: "laws-title" }, "The laws"),
    h(
      "div",
      {
        class: "grid-scroll",
        tabindex: "0",
        role: "region",
        "aria-label": "The laws and how often each gave which answer",
      },
      h(
        "table",
        { class: "laws" },
        h("thead", {}, h("tr", {}, h("th", { scope: "col" }, "Law"), ...given.map(column))),
        h("tbody", {}, ...index.report.laws.map((law) => line(law, counts.get(law.id) ?? {}, given, idle.has(law.id)))),
      ),
    ),
  );
}

function column(verdict: Verdict): HTMLElement {
  return h("th", { scope: "col", class: "laws-count" }, mark(verdict), h("span", {}, VERDICT_WORDS[verdict]));
}

function line(law: Law, counts: Counts, given: Verdict[], idle: boolean): HTMLElement {
  return h(
    "tr",
    { id: `law-${law.id}`, tabindex: "-1", class: "law" },
    h(
      "th",
      { scope: "row" },
      h("strong", {}, law.title),
      h("p", {}, law.why),
      h("p", { class: "quiet" }, `${law.id} · ${law.severity} · ${law.source}`),
      idle && h("p", { class: "law-idle" }, "Nothing in this session put it to the test."),
    ),
    ...given.map((verdict) => {
      const count = counts[verdict];
      return h(
        "td",
        { class: count ? `laws-count count-of-${verdict}` : "laws-count count-none" },
        (count ?? 0).toLocaleString("en"),
      );
    }),
  );
}
