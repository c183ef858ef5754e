/** What a job that has not ended is doing, and how far it is. */

import { html, nothing, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";
import {
  breakdown,
  countingSentence,
  grownSentence,
  percentOf,
  processedSentence,
  retrySentence,
  stepSentences,
} from "../describe";
import { cancellingSentence } from "../describe-cancelling";
import { pauseSentence, queueSentence } from "../describe-waiting";
import { type Job, triesAgain } from "../job";
import { say } from "../words";
import { LightElement } from "./light-element";

@customElement("job-progress")
export class JobProgress extends LightElement {
  @property({ attribute: false }) job!: Job;
  @property({ attribute: false }) asOf: number | null = null;

  protected override render(): TemplateResult {
    return html`
      <div class="card job-progress">
        ${this.job.state === "queued" ? this.#waiting() : this.#begun()}
        <p class="quiet job-leave">${say("job-leave")}</p>
      </div>
    `;
  }

  /** A job that was interrupted has a past, but shows no progress: it makes none. */
  #waiting(): TemplateResult {
    const begun = this.job.started !== null;
    return html`
      <p class="job-now numbers">${queueSentence(this.job, this.#now())}</p>
      ${begun ? html`<p class="job-processed numbers">${processedSentence(this.job)}</p>` : nothing}
    `;
  }

  #begun(): TemplateResult {
    return html`
      ${this.#doing().map((sentence) => html`<p class="job-now numbers">${sentence}</p>`)}
      ${this.job.counts.rolled_back > 0 ? nothing : this.#howFar()}
    `;
  }

  /** What is going on, in one sentence or, where phases run side by side, in one for each. */
  #doing(): readonly string[] {
    const standing = this.job.state === "paused" ? pauseSentence(this.job, this.#now()) : cancellingSentence(this.job);
    if (standing !== "") return [standing];
    if (this.job.retry?.whole === true) return [retrySentence(this.job)];
    const steps = stepSentences(this.job);
    return steps.length > 0 ? steps : [""];
  }

  #howFar(): TemplateResult {
    const retry = triesAgain(this.job) && this.job.retry?.whole !== true ? retrySentence(this.job) : "";
    const counting = countingSentence(this.job);
    const grown = grownSentence(this.job);
    return html`
      ${this.#bar(percentOf(this.job))}
      <p class="job-processed numbers">${counting === "" ? processedSentence(this.job) : counting}</p>
      <p class="job-breakdown numbers">${breakdown(this.job)}</p>
      ${grown === "" ? nothing : html`<p class="job-breakdown numbers">${grown}</p>`}
      ${retry === "" ? nothing : html`<p class="job-retry numbers">${retry}</p>`}
    `;
  }

  /** The moment of which this page knows: at the least, that at which the job was accepted. */
  #now(): number {
    return this.asOf ?? Date.parse(this.job.created);
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
