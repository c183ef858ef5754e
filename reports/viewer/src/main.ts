/** The report viewer: reads the data in its own page and shows one place of it at a time. */
import { leave } from "./address";
import { bar, skip } from "./bar";
import { Index, type Report } from "./data";
import { h } from "./dom";
import { findingLink, opening, placeOf, type Place } from "./links";
import { summary } from "./summary";
import { trialPage, type TrialPage } from "./trial";
import { headline } from "./words";

const MOST_PRINTED = 24;

class Viewer {
  private readonly app = document.getElementById("app") as HTMLElement;
  private place: Place | undefined;
  private page: TrialPage | undefined;

  constructor(private readonly index: Index) {}

  start(): void {
    document.title = `${headline(this.index.report)} · Meanwhile`;
    const first = opening(location.hash, this.index.all);
    if (first !== location.hash) history.replaceState(null, "", first);
    addEventListener("hashchange", () => this.show(true));
    addEventListener("beforeprint", () => this.print());
    addEventListener("afterprint", () => this.render(this.asked(), false));
    this.show(false);
  }

  private asked(): Place {
    return placeOf(location.hash, this.index.report, this.index.all);
  }

  /** Another moment of the same page is only a move; the rest is drawn anew. */
  private show(focus: boolean): void {
    const place = this.asked();
    leave();
    if (this.isHere(place) && place.view === "trial" && place.at !== undefined) {
      this.place = place;
      this.page?.moment?.show(place.at);
    } else this.render(place, focus);
  }

  private isHere(place: Place): boolean {
    const here = this.place;
    return (
      place.view === "trial" && here?.view === "trial" && here.trial === place.trial && here.chosen === place.chosen
    );
  }

  private render(place: Place, focus: boolean): void {
    this.place = place;
    this.app.replaceChildren(skip(), bar(this.index, place), this.view(place));
    const target = this.targetOf(place);
    if (target) target.scrollIntoView();
    else scrollTo(0, 0);
    if (focus) (target ?? this.app.querySelector<HTMLElement>("h1[tabindex], main"))?.focus({ preventScroll: true });
  }

  private view(place: Place): HTMLElement {
    this.page = place.view === "trial" ? trialPage(this.index, place.trial, place.at, place.chosen) : undefined;
    if (this.page) return this.page.element;
    return summary(this.index, place.view === "summary" ? place.missing : undefined);
  }

  /** What an address leads to inside its page: a law, or a moment that somebody chose. */
  private targetOf(place: Place): HTMLElement | null {
    if (place.view === "summary") return place.anchor ? document.getElementById(place.anchor) : null;
    const chose = place.at !== undefined && place.at !== place.chosen?.finding.at_ms;
    return chose ? document.getElementById("moment") : null;
  }

  /** On paper: the page that is open; of the summary also its findings, as many as somebody would read. */
  private print(): void {
    if (this.asked().view !== "summary") return;
    const pages = this.index.all
      .slice(0, MOST_PRINTED)
      .map((one) => trialPage(this.index, one.trial, one.finding.at_ms, one).element);
    const rest = this.index.all.length - pages.length;
    const more =
      rest > 0 &&
      h(
        "p",
        { class: "note" },
        `${rest} more findings are not printed; print each from its own page, ${findingLink(this.index.all[MOST_PRINTED]!)} and on.`,
      );
    this.app.replaceChildren(summary(this.index), ...pages, ...(more ? [more] : []));
  }
}

const text = document.getElementById("meanwhile-data")?.textContent?.trim();
if (text) new Viewer(new Index(JSON.parse(text) as Report)).start();
else document.getElementById("app")?.append(h("p", { class: "lead" }, "This report holds no data."));
