/** What stands above every page: where one is, and the way from finding to finding. */
import type { Index } from "./data";
import { h } from "./dom";
import { findingLink, type Place } from "./links";
import { headline, numberOf } from "./words";

export function skip(): HTMLElement {
  const link = h("a", { class: "skip", href: "#main" }, "Skip to the content");
  link.addEventListener("click", (event) => {
    event.preventDefault();
    document.getElementById("main")?.focus();
  });
  return link;
}

export function bar(index: Index, place: Place): HTMLElement {
  const { report } = index;
  return h(
    "header",
    { class: "bar" },
    h("a", { href: "#summary", class: "wordmark" }, "Meanwhile"),
    h("span", { class: "bar-what" }, `${headline(report)} · ${report.session.target.title}`),
    pager(index, place),
  );
}

function pager({ all }: Index, place: Place): HTMLElement | undefined {
  if (all.length === 0) return undefined;
  const at = place.view === "trial" ? (place.chosen?.number ?? 0) : 0;
  const here = at
    ? h("span", {}, `Finding ${at} of ${all.length}`)
    : h("span", { class: "quiet" }, numberOf(all.length, "finding"));
  const step = (to: number, name: string, sign: string): HTMLElement => {
    const one = all[to - 1];
    return one
      ? h("a", { href: findingLink(one), "aria-label": name }, sign)
      : h("span", { class: "pager-none", "aria-hidden": "true" }, sign);
  };
  return h(
    "nav",
    { class: "pager", "aria-label": "Findings" },
    h("a", { href: "#summary", "aria-current": place.view === "summary" ? "page" : undefined }, "Summary"),
    step(at - 1, "Previous finding", "←"),
    here,
    step(at + 1, "Next finding", "→"),
  );
}
