/** The person's jobs, in sight wherever they are: what is under way, and what has ended since they came. */

import { html, nothing, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";
import { repeat } from "lit/directives/repeat.js";
import { outcomeOf, progressInBrief, stateTone, stateWord, summary } from "../describe";
import type { Job } from "../job";
import { jobPath } from "../router";
import { say } from "../words";
import { LightElement } from "./light-element";
import { toneIcon } from "./state-mark";

@customElement("job-strip")
export class JobStrip extends LightElement {
  @property({ attribute: false }) jobs: readonly Job[] = [];

  protected override render(): TemplateResult | typeof nothing {
    if (this.jobs.length === 0) return nothing;
    return html`
      <section class="job-strip" aria-label=${say("strip-heading")}>
        <h2 class="job-strip-heading">${say("strip-heading")}</h2>
        <ul class="job-strip-list">
          ${repeat(
            this.jobs,
            (job) => job.id,
            (job) => this.#job(job),
          )}
        </ul>
      </section>
    `;
  }

  #job(job: Job): TemplateResult {
    const ended = outcomeOf(job) !== null;
    return html`
      <li class="job-strip-item">
        <a href=${jobPath(job.id)}>${job.title}</a>
        <p class="job-strip-state">${toneIcon(stateTone(job))}${ended ? summary(job) : stateWord(job)}</p>
        ${ended ? nothing : html`<p class="job-strip-progress numbers">${progressInBrief(job)}</p>`}
      </li>
    `;
  }
}
