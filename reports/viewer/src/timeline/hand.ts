/** The hand of the timeline: a slider that says its moment in words. */
import { h } from "../dom";

export class Hand {
  readonly element: HTMLElement;

  constructor(
    end: number,
    private readonly words: (at: number) => string,
  ) {
    this.element = h("div", {
      class: "hand",
      role: "slider",
      tabindex: "0",
      "aria-label": "Moment of the trial",
      "aria-orientation": "horizontal",
      "aria-valuemin": 0,
      "aria-valuemax": end,
      "aria-valuenow": 0,
    });
  }

  move(x: number, at: number): void {
    this.element.style.translate = `${x.toFixed(1)}px 0`;
    this.element.setAttribute("aria-valuenow", String(at));
    this.element.setAttribute("aria-valuetext", this.words(at));
  }
}
