/** All jobs in a table, the newest first. */

import { html, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";
import { repeat } from "lit/directives/repeat.js";
import { progressInBrief, stateTone, stateWord } from "../describe";
import type { Job } from "../job";
import { jobPath } from "../router";
import { shownTime } from "../times";
import { say } from "../words";
import { LightElement } from "./light-element";
import "./state-mark";

@customElement("jobs-page")
export class JobsPage extends LightElement {
  @property({ attribute: false }) jobs: readonly Job[] = [];
  @property({ type: Boolean }) loaded = false;

  protected override render(): TemplateResult {
    return html`
      <h1 tabindex="-1">${say("jobs-heading")}</h1>
      ${this.#content()}
    `;
  }

  #content(): TemplateResult {
    if (this.jobs.length > 0) return this.#table();
    if (!this.loaded) return html`<p class="quiet">${say("jobs-loading")}</p>`;
    return html`<p>${say("jobs-empty")}</p>
      <p class="quiet">${say("jobs-empty-hint")}</p>`;
  }

  #table(): TemplateResult {
    return html`
      <div class="card table-card">
        <table class="table">
          <caption class="visually-hidden">
            ${say("jobs-caption")}
          </caption>
          <thead>
            <tr>
              <th scope="col">${say("jobs-job")}</th>
              <th scope="col">${say("jobs-state")}</th>
              <th scope="col">${say("jobs-progress")}</th>
              <th scope="col" class="wide-only">${say("jobs-accepted")}</th>
            </tr>
          </thead>
          <tbody>
            ${repeat(
              this.jobs,
              (job) => job.id,
              (job) => this.#row(job),
            )}
          </tbody>
        </table>
      </div>
    `;
  }

  #row(job: Job): TemplateResult {
    return html`
      <tr>
        <th scope="row"><a href=${jobPath(job.id)}>${job.title}</a></th>
        <td><state-mark word=${stateWord(job)} tone=${stateTone(job)}></state-mark></td>
        <td class="numbers">${progressInBrief(job)}</td>
        <td class="numbers wide-only">${shownTime(Date.parse(job.created))}</td>
      </tr>
    `;
  }
}
