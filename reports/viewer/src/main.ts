/** The report viewer: reads the data in its own page and shows one place of it at a time; on paper, all of it. */
import { numbered, type Numbered, type Report } from "./data";
import { h } from "./dom";
import { opening, placeOf, type Place } from "./links";
import { summary } from "./summary";
import { trialView } from "./trial";
import { headline, numberOf } from "./words";

function start(report: Report): void {
  const all = numbered(report);
  const app = document.getElementById("app") as HTMLElement;
  const show = (focus: boolean): void => render(app, report, all, focus);
  document.title = `${headline(report)} · Meanwhile`;
  const first = opening(location.hash, all);
  if (first !== location.hash) history.replaceState(null, "", first);
  addEventListener("hashchange", () => show(true));
  addEventListener("beforeprint", () => app.replaceChildren(...everything(report, all)));
  addEventListener("afterprint", () => show(false));
  show(false);
}

function render(app: HTMLElement, report: Report, all: Numbered[], focus: boolean): void {
  const place = placeOf(location.hash, report, all);
  app.replaceChildren(skip(), bar(report, all, place), view(report, all, place));
  const anchor = place.view === "summary" && place.anchor ? document.getElementById(place.anchor) : null;
  if (anchor) anchor.scrollIntoView();
  else scrollTo(0, 0);
  if (focus) (anchor ?? app.querySelector<HTMLElement>("h1[tabindex], main"))?.focus({ preventScroll: true });
}

function view(report: Report, all: Numbered[], place: Place): HTMLElement {
  switch (place.view) {
    case "summary":
      return summary(report, all);
    case "trial":
      return trialView(report, place.trial, all);
    case "finding":
      return trialView(report, place.chosen.trial, all, place.chosen);
  }
}

function everything(report: Report, all: Numbered[]): HTMLElement[] {
  const quiet = report.trials.filter((trial) => trial.result.findings.length === 0);
  return [
    summary(report, all),
    ...all.map((one) => trialView(report, one.trial, all, one)),
    ...quiet.map((trial) => trialView(report, trial, all)),
  ];
}

function skip(): HTMLElement {
  const link = h("a", { class: "skip", href: "#main" }, "Skip to the content");
  link.addEventListener("click", (event) => {
    event.preventDefault();
    document.getElementById("main")?.focus();
  });
  return link;
}

function bar(report: Report, all: Numbered[], place: Place): HTMLElement {
  return h(
    "header",
    { class: "bar" },
    h("a", { href: "#summary", class: "wordmark" }, "Meanwhile"),
    h("span", { class: "bar-what" }, `${headline(report)} · ${report.session.target.title}`),
    pager(all, place),
  );
}

function pager(all: Numbered[], place: Place): HTMLElement | undefined {
  if (all.length === 0) return undefined;
  const at = place.view === "finding" ? place.chosen.number : 0;
  const here = at
    ? h("span", {}, `Finding ${at} of ${all.length}`)
    : h("span", { class: "quiet" }, numberOf(all.length, "finding"));
  const step = (to: number, name: string, sign: string): HTMLElement =>
    to >= 1 && to <= all.length
      ? h("a", { href: `#finding-${to}`, "aria-label": name }, sign)
      : h("span", { class: "pager-none", "aria-hidden": "true" }, sign);
  return h(
    "nav",
    { class: "pager", "aria-label": "Findings" },
    h("a", { href: "#summary", "aria-current": place.view === "summary" ? "page" : undefined }, "Summary"),
    step(at - 1, "Previous finding", "←"),
    here,
    step(at + 1, "Next finding", "→"),
  );
}

const text = document.getElementById("meanwhile-data")?.textContent?.trim();
if (text) start(JSON.parse(text) as Report);
else document.getElementById("app")?.append(h("p", { class: "lead" }, "This report holds no data."));
