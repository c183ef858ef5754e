/** The page of one job. */

import { html, nothing, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";
import { guard } from "lit/directives/guard.js";
import { outcomeOf, stateTone, stateWord } from "../describe";
import { runSentence } from "../describe-runs";
import { isAtWork, type Job } from "../job";
import { jobPath } from "../router";
import type { Found } from "../select";
import type { Submissions } from "../submission";
import { shownTime } from "../times";
import { say } from "../words";
import "./empty-page";
import "./job-actions";
import "./job-progress";
import "./job-result";
import { LightElement } from "./light-element";
import "./phase-list";
import "./problem-groups";
import "./run-history";
import "./state-mark";

@customElement("job-page")
export class JobPage extends LightElement {
  @property({ attribute: false }) found: Found = { is: "loading" };
  @property({ attribute: false }) asOf: number | null = null;
  @property({ attribute: false }) started: readonly Job[] = [];
  @property({ attribute: false }) submissions: Submissions = {};

  protected override render(): TemplateResult {
    switch (this.found.is) {
      case "loading":
        return html`<h1 class="quiet" tabindex="-1">${say("job-loading")}</h1>`;
      case "missing":
        return html`<empty-page .heading=${say("job-missing")} .hint=${say("job-missing-hint")}></empty-page>`;
      case "here":
        return this.#job(this.found.job);
    }
  }

  #job(job: Job): TemplateResult {
    const ended = outcomeOf(job) !== null;
    const run = runSentence(job);
    return html`
      <article class="job" aria-label=${job.title}>
        <p class="job-back"><a href="/jobs">${say("job-back")}</a></p>
        <header class="job-header">
          <h1 tabindex="-1">${job.title}</h1>
          <state-mark word=${stateWord(job)} tone=${stateTone(job)}></state-mark>
          ${this.asOf === null ? nothing : html`<p class="job-updated numbers">${say("job-updated", { time: shownTime(this.asOf) })}</p>`}
          ${run === "" ? nothing : html`<p class="job-run numbers">${run}</p>`}
        </header>
        <div class="job-columns">
          <div class="job-main">
            ${ended ? html`<job-result .job=${job}></job-result>` : html`<job-progress .job=${job} .asOf=${this.asOf}></job-progress>`}
            <job-actions .job=${job} .submissions=${this.submissions}></job-actions>
            <problem-groups .causes=${job.causes} .problems=${job.problems}></problem-groups>
          </div>
          <div class="job-side">
            <phase-list .phases=${job.phases} .atWork=${isAtWork(job)}></phase-list>
            ${guard([job.created, job.started, job.finished], () => this.#times(job))} ${this.#startedJobs()}
            <run-history .earlier=${job.earlier}></run-history>
          </div>
        </div>
      </article>
    `;
  }

  #startedJobs(): TemplateResult | typeof nothing {
    if (this.started.length === 0) return nothing;
    return html`
      <h2 class="job-children-heading">${say("children-heading")}</h2>
      <ul class="job-children">
        ${this.started.map((child) => html`<li><a href=${jobPath(child.id)}>${child.title}</a></li>`)}
      </ul>
    `;
  }

  #times(job: Job): TemplateResult {
    const moments = [
      ["job-accepted", job.created],
      ["job-started", job.started],
      ["job-ended", job.finished],
    ] as const;
    return html`
      <ul class="job-times numbers">
        ${moments.map(([id, time]) => (time === null ? "" : html`<li>${say(id, { time: shownTime(Date.parse(time)) })}</li>`))}
      </ul>
    `;
  }
}
