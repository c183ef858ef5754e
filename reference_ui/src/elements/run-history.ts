/** How the runs of a job before this one ended, the newest first, and no more of them than a person cares for. */

import { html, nothing, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";
import { earlierSentence } from "../describe-runs";
import type { EarlierRun } from "../job";
import { say } from "../words";
import { LightElement } from "./light-element";

const SHOWN = 3;

@customElement("run-history")
export class RunHistory extends LightElement {
  @property({ attribute: false }) earlier: readonly EarlierRun[] = [];

  protected override render(): TemplateResult | typeof nothing {
    if (this.earlier.length === 0) return nothing;
    const shown = this.earlier.slice(-SHOWN).reverse();
    return html`
      <h2 class="run-history-heading">${say("runs-heading")}</h2>
      <ol class="run-history numbers" aria-label=${say("runs-heading")}>
        ${shown.map((run) => html`<li>${earlierSentence(run)}</li>`)}
      </ol>
    `;
  }
}
