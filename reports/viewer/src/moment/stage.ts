/** The moment, side by side: the picture, the words and the truth. A tab a row. */
import type { Index, Numbered, ScreenTab, Timeline, Trial } from "../data";
import { button, h } from "../dom";
import { figure, type Shot } from "../pictures";
import { spoken } from "../words";
import { marked, standing, type Breach } from "./marks";
import { heard, legend, lineOf, missing } from "./said";
import { openTabs, stateOf, tabName } from "./tabs";
import type { Told } from "./told";
import { truthPanel } from "./truth";

export interface Scene {
  index: Index;
  trial: Trial;
  timeline: Timeline;
  told: readonly Told[];
  breaches: ReadonlyMap<number, Breach[]>;
  shots: readonly Shot[];
  /** Where the pictures are that this trial leaves out. */
  elsewhere: HTMLElement | undefined;
  goTo: (at: number) => void;
  enlarge: (shot: Shot) => void;
}

export class Stage {
  readonly element = h("div", { class: "stage" });
  private readonly rows = new Map<number, Row>();
  private readonly truth = h("div", { class: "stage-truth" });
  private shown = "";

  constructor(private readonly scene: Scene) {}

  show(at: number): void {
    const tabs = openTabs(this.scene.timeline, at);
    const rows = tabs.map((tab) => this.row(tab));
    this.arrange(rows);
    for (const row of rows) row.show(at);
    this.truth.replaceChildren(h("h3", {}, "What was true"), ...truthPanel(this.scene.timeline, at));
  }

  private row(tab: ScreenTab): Row {
    const held = this.rows.get(tab.tab) ?? new Row(this.scene, tab);
    this.rows.set(tab.tab, held);
    return held;
  }

  private arrange(rows: Row[]): void {
    const key = rows.map((row) => row.tab.tab).join();
    if (key === this.shown) return;
    this.shown = key;
    this.truth.style.setProperty("--rows", String(Math.max(rows.length, 1)));
    this.element.replaceChildren(...rows.map((row) => row.element), this.truth, legend());
  }
}

/** One tab: its picture and its words. */
class Row {
  readonly element: HTMLElement;
  private readonly picture = h("div", { class: "stage-picture" });
  private readonly words = h("div", { class: "stage-words" });
  private readonly lines = h("ol", { class: "lines" });
  private readonly scroll: HTMLElement;
  private readonly told: Told | undefined;
  private readonly own: readonly Numbered[];
  private drawn = "";

  constructor(
    private readonly scene: Scene,
    readonly tab: ScreenTab,
  ) {
    this.told = scene.told.find((one) => one.tab === tab.tab);
    this.own = scene.index.own(scene.trial);
    this.element = h("div", { class: "stage-tab" }, this.picture, this.words);
    this.scroll = h(
      "div",
      { class: "lines-scroll", tabindex: "0", role: "region", "aria-label": this.named("What the page said") },
      this.lines,
    );
  }

  show(at: number): void {
    const hidden = stateOf(this.tab, at, this.scene.timeline.end) === "hidden";
    for (const part of [this.picture, this.words]) part.classList.toggle("is-hidden", hidden);
    this.showPicture(at);
    this.showWords(at);
  }

  private showPicture(at: number): void {
    const { shots, elsewhere, timeline } = this.scene;
    const own = shots.filter((shot) => shot.tab === this.tab.tab);
    const title = h("h3", {}, this.named("Picture"));
    if (own.length === 0)
      this.picture.replaceChildren(title, elsewhere?.cloneNode(true) ?? none("No pictures were taken"));
    else if (stateOf(this.tab, at, timeline.end) === "closed")
      this.picture.replaceChildren(title, none("The tab is closed"), this.steps(own, at));
    else this.picture.replaceChildren(title, ...this.newest(own, at), this.steps(own, at));
  }

  private newest(own: readonly Shot[], at: number): HTMLElement[] {
    const shot = own.findLast((one) => one.at <= at);
    if (!shot) return [none("No picture before this moment")];
    return [
      figure(shot.image, shot.title, () => this.scene.enlarge(shot)),
      h("p", { class: "picture-title" }, shot.title),
      h("p", { class: "quiet" }, this.age(shot, at)),
    ];
  }

  /** The pictures before and after the newest one. */
  private steps(own: readonly Shot[], at: number): HTMLElement {
    const place = own.findLastIndex((one) => one.at <= at);
    const step = (to: Shot | undefined, name: string): HTMLButtonElement =>
      button(name, () => to && this.scene.goTo(to.at), { disabled: to === undefined });
    return h(
      "div",
      { class: "picture-steps" },
      step(own[place - 1], "Previous picture"),
      step(own[place + 1], "Next picture"),
    );
  }

  /** How old a picture is, and whether the page has said something else since. */
  private age(shot: Shot, at: number): string {
    if (shot.at === at) return "Taken at this very moment.";
    const changes = this.told?.changesBetween(shot.at, at) ?? 0;
    const since =
      changes === 0
        ? "What the page says has not changed since."
        : `Since then its words changed ${changes === 1 ? "once" : `${changes} times`}.`;
    return `Taken ${spoken(at - shot.at)} before this moment. ${since}`;
  }

  private showWords(at: number): void {
    const { index, timeline } = this.scene;
    const state = stateOf(this.tab, at, timeline.end);
    const breaches = standing(this.scene.breaches.get(this.tab.tab) ?? [], at);
    const lines = marked(state === "closed" ? [] : (this.told?.rowsAt(at) ?? []), breaches);
    const key = `${state} ${JSON.stringify(lines)}`;
    if (key !== this.drawn) {
      this.drawn = key;
      this.lines.replaceChildren(...lines.map((line) => lineOf(index, this.own, line)));
      requestAnimationFrame(() => this.reveal());
    }
    this.words.replaceChildren(
      h("h3", {}, this.named("What the page said")),
      h("p", { class: "quiet address" }, this.where(state, at)),
      ...missing(index, this.own, breaches),
      ...(lines.length > 0 ? [this.scroll] : []),
      heard(timeline.screen.announcements, this.tab.tab, at),
    );
  }

  /** What a law objects to is not to be searched for. */
  private reveal(): void {
    const objected = [...this.lines.querySelectorAll<HTMLElement>(".line-is-false")];
    if (objected.length === 0) return;
    const { scrollTop, clientHeight } = this.scroll;
    const isSeen = objected.some(
      (line) => line.offsetTop >= scrollTop && line.offsetTop < scrollTop + clientHeight - 40,
    );
    if (!isSeen) this.scroll.scrollTop = (objected[0]?.offsetTop ?? 0) - clientHeight / 3;
  }

  private where(state: string, at: number): string {
    if (state === "closed") return at < this.tab.from ? "The tab is not open yet." : "The tab was closed.";
    const hidden = state === "hidden" ? "Hidden: nobody could see this tab. " : "";
    const every = this.told?.every ? ` Words are kept every ${spoken(this.told.every)} here.` : "";
    return `${hidden}${this.told?.urlAt(at) ?? ""}${every}`;
  }

  private named(words: string): string {
    return this.scene.told.length > 1 ? `${tabName(this.tab.tab)}: ${words.toLowerCase()}` : words;
  }
}

function none(words: string): HTMLElement {
  return h("div", { class: "picture-none" }, words);
}
