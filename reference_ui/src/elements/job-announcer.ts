/**
 * Tells those who cannot see the page what just happened, of each job by itself. The region is there, empty, before
 * anything is said in it.
 */

import { html, type PropertyValues, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { LightElement } from "./light-element";

const KEPT_MS = 8_000;

@customElement("job-announcer")
export class JobAnnouncer extends LightElement {
  @property({ attribute: false }) news: readonly string[] = [];
  @state() private said: readonly string[] = [];
  #timer: ReturnType<typeof setTimeout> | undefined;

  protected override render(): TemplateResult {
    return html`
      <div class="visually-hidden" role="status">${this.said.map((sentence) => html`<p>${sentence}</p>`)}</div>
    `;
  }

  /** What was said is cleared after a while: later it would be found there as if it were still so. */
  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has("news") || this.news.length === 0) return;
    this.said = this.news;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => (this.said = []), KEPT_MS);
  }
}
