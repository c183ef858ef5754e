/** How a job ended, with its numbers. */

import { html, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";
import { stateTone, summary } from "../describe";
import type { Job } from "../job";
import { LightElement } from "./light-element";
import { toneIcon } from "./state-mark";

@customElement("job-result")
export class JobResult extends LightElement {
  @property({ attribute: false }) job!: Job;

  protected override render(): TemplateResult {
    const tone = stateTone(this.job);
    return html`
      <div class="card job-result" data-tone=${tone}>
        ${toneIcon(tone)}
        <p class="job-result-text numbers">${summary(this.job)}</p>
      </div>
    `;
  }
}
