/**
 * Tells those who cannot see the page what just happened, of each job by itself. The region is there, empty, before
 * anything is said in it.
 */

import { html, type PropertyValues, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { LightElement } from "./light-element";

const KEPT_MS = 8_000;
/** What is taken away sooner than this was never there for those who listen. */
export const APART_MS = 500;

@customElement("job-announcer")
export class JobAnnouncer extends LightElement {
  @property({ attribute: false }) news: readonly string[] = [];
  @state() private said: readonly string[] = [];
  #clearing: ReturnType<typeof setTimeout> | undefined;
  #pending: readonly string[] = [];
  #isFresh = false;

  protected override render(): TemplateResult {
    return region(this.said);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has("news") || this.news.length === 0) return;
    this.#pending = [...this.#pending, ...this.news];
    if (!this.#isFresh) this.#say();
  }

  /** Say what there is to say. Cleared after a while: later it would be found there as if it were still so. */
  #say(): void {
    this.said = this.#pending;
    this.#pending = [];
    this.#isFresh = true;
    setTimeout(() => this.#rested(), APART_MS);
    clearTimeout(this.#clearing);
    this.#clearing = setTimeout(() => (this.said = []), KEPT_MS);
  }

  /** What was said has been heard; what has come meanwhile is said next. */
  #rested(): void {
    this.#isFresh = false;
    if (this.#pending.length > 0) this.#say();
  }
}

/** The live region with what is said in it now; there also while nothing is. */
export function region(said: readonly string[]): TemplateResult {
  return html`<div class="visually-hidden" role="status">${said.map((sentence) => html`<p>${sentence}</p>`)}</div>`;
}
