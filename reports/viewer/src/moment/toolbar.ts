/** The moment's time, the way to others of a kind, and a link to take along. */
import { copyButton } from "../copy";
import { button, h } from "../dom";
import { spoken } from "../words";
import { next, previous, type Jump, type Jumps } from "./jumps";

const KINDS: [keyof Jumps, string][] = [
  ["finding", "Finding"],
  ["step", "Step"],
  ["state", "State"],
];

export class Toolbar {
  readonly element: HTMLElement;
  private readonly time = h("p", { class: "moment-time" });
  private readonly told = h("p", { class: "visually-hidden", role: "status" });
  private readonly pairs: { jumps: Jump[]; back: HTMLButtonElement; on: HTMLButtonElement }[];
  private at = 0;

  constructor(
    jumps: Jumps,
    private readonly went: (jump: Jump) => void,
    link: () => string,
  ) {
    const kinds = KINDS.filter(([kind]) => jumps[kind].length > 0);
    this.pairs = kinds.map(([kind, name]) => this.pair(jumps[kind], name.toLowerCase()));
    const groups = kinds.map(([, name], index) => {
      const pair = this.pairs[index];
      return h(
        "div",
        { class: "jump", role: "group", "aria-label": name },
        pair?.back,
        h("span", { "aria-hidden": "true" }, name),
        pair?.on,
      );
    });
    this.element = h(
      "div",
      { class: "moment-bar" },
      this.time,
      h("div", { class: "jumps" }, ...groups),
      copyButton("Copy link to this moment", link, "Copy the address of this page"),
      this.told,
    );
  }

  show(at: number): void {
    this.at = at;
    this.time.textContent = `At ${spoken(at)}`;
    for (const { jumps, back, on } of this.pairs) {
      back.disabled = previous(jumps, at) === undefined;
      on.disabled = next(jumps, at) === undefined;
    }
  }

  private pair(jumps: Jump[], name: string): { jumps: Jump[]; back: HTMLButtonElement; on: HTMLButtonElement } {
    return {
      jumps,
      back: button("‹", () => this.go(previous(jumps, this.at)), { "aria-label": `Previous ${name}` }),
      on: button("›", () => this.go(next(jumps, this.at)), { "aria-label": `Next ${name}` }),
    };
  }

  private go(jump: Jump | undefined): void {
    if (!jump) return;
    this.went(jump);
    this.told.textContent = `${spoken(jump.at)}: ${jump.words}`;
  }
}
