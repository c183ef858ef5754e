/** How a job ended, with its numbers. */

import { html, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";
import { stateTone, summary } from "../describe";
import { receipt, tooLateSentence } from "../describe-cancelling";
import { wonSentence } from "../describe-runs";
import type { Job } from "../job";
import { LightElement } from "./light-element";
import { toneIcon } from "./state-mark";

@customElement("job-result")
export class JobResult extends LightElement {
  @property({ attribute: false }) job!: Job;

  protected override render(): TemplateResult {
    const tone = stateTone(this.job);
    const more = [wonSentence(this.job), receipt(this.job), tooLateSentence(this.job)].filter((one) => one !== "");
    return html`
      <div class="card job-result" data-tone=${tone}>
        ${toneIcon(tone)}
        <div>
          <p class="job-result-text numbers">${summary(this.job)}</p>
          ${more.map((sentence) => html`<p class="job-result-more numbers">${sentence}</p>`)}
        </div>
      </div>
    `;
  }
}
