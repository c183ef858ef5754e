/** What a job that has not ended is doing, and how far it is. */

import { html, nothing, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";
import { breakdown, percentOf, processedSentence, queueSentence, retrySentence, stepSentence } from "../describe";
import type { Job } from "../job";
import { say } from "../words";
import { LightElement } from "./light-element";

@customElement("job-progress")
export class JobProgress extends LightElement {
  @property({ attribute: false }) job!: Job;

  protected override render(): TemplateResult {
    return html`
      <div class="card job-progress">
        ${this.job.started === null ? this.#waiting() : this.#working()}
        <p class="quiet job-leave">${say("job-leave")}</p>
      </div>
    `;
  }

  #waiting(): TemplateResult {
    return html`<p class="job-now">${queueSentence(this.job)}</p>`;
  }

  #working(): TemplateResult {
    const retry = retrySentence(this.job);
    return html`
      <p class="job-now numbers">${stepSentence(this.job)}</p>
      ${this.#bar(percentOf(this.job))}
      <p class="job-processed numbers">${processedSentence(this.job)}</p>
      <p class="job-breakdown numbers">${breakdown(this.job)}</p>
      ${retry === "" ? nothing : html`<p class="job-retry numbers">${retry}</p>`}
    `;
  }

  /** A bar without a value where the total is not known: no number is better than a made-up one. */
  #bar(percent: number | null): TemplateResult {
    const text = percent === null ? nothing : say("progress-percent", { percent });
    return html`
      <div class="progress">
        <div
          class="progress-track"
          role="progressbar"
          aria-label=${say("progress-label", { title: this.job.title })}
          aria-valuemin=${percent === null ? nothing : "0"}
          aria-valuemax=${percent === null ? nothing : "100"}
          aria-valuenow=${percent ?? nothing}
          aria-valuetext=${text}
        >
          ${percent === null ? nothing : html`<div class="progress-fill" style="width:${percent}%"></div>`}
        </div>
        ${percent === null ? nothing : html`<span class="progress-percent numbers">${text}</span>`}
      </div>
    `;
  }
}
