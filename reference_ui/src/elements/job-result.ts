/** How a job ended, with its numbers. */

import { html, nothing, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";
import { receipt, stateTone, summary } from "../describe";
import type { Job } from "../job";
import { LightElement } from "./light-element";
import { toneIcon } from "./state-mark";

@customElement("job-result")
export class JobResult extends LightElement {
  @property({ attribute: false }) job!: Job;

  protected override render(): TemplateResult {
    const tone = stateTone(this.job);
    const left = receipt(this.job);
    return html`
      <div class="card job-result" data-tone=${tone}>
        ${toneIcon(tone)}
        <div>
          <p class="job-result-text numbers">${summary(this.job)}</p>
          ${left === "" ? nothing : html`<p class="job-result-receipt numbers">${left}</p>`}
        </div>
      </div>
    `;
  }
}
