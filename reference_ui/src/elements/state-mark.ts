/** A state: its word, and an icon whose shape tells the states apart without colour. */

import { html, svg, type SVGTemplateResult, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { Tone } from "../describe";
import { LightElement } from "./light-element";

const SHAPES: Record<Tone, SVGTemplateResult> = {
  ahead: svg`<circle cx="8" cy="8" r="6" stroke-dasharray="2.4 2.3" />`,
  waiting: svg`<circle cx="8" cy="8" r="6" /><path d="M8 4.8V8l2.2 1.6" />`,
  active: svg`<circle cx="8" cy="8" r="6" /><path d="M8 2a6 6 0 0 1 0 12z" fill="currentColor" stroke="none" />`,
  good: svg`<circle cx="8" cy="8" r="6" /><path d="M5.3 8.2l1.9 1.9 3.5-4" />`,
  mixed: svg`<path d="M8 2.2l6.2 11H1.8z" /><path d="M8 6.4v3.2M8 11.4v.2" />`,
  bad: svg`<circle cx="8" cy="8" r="6" /><path d="M5.8 5.8l4.4 4.4M10.2 5.8l-4.4 4.4" />`,
  off: svg`<circle cx="8" cy="8" r="6" /><path d="M5 8h6" />`,
};

/** The icon of a tone; decoration, for the word beside it says the same. */
export function toneIcon(tone: Tone): TemplateResult {
  return html`<svg class="tone-icon" data-tone=${tone} viewBox="0 0 16 16" aria-hidden="true">${SHAPES[tone]}</svg>`;
}

@customElement("state-mark")
export class StateMark extends LightElement {
  @property() word = "";
  @property() tone: Tone = "waiting";

  protected override render(): TemplateResult {
    return html`<span class="state-mark" data-tone=${this.tone}>${toneIcon(this.tone)}${this.word}</span>`;
  }
}
