/** What a person can have done to the job that they see, and what is known of what they asked for. */

import { html, nothing, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";
import { repeat } from "lit/directives/repeat.js";
import { nextSentence, type Offer, offersOf, retryHint, wishSentence } from "../describe-actions";
import { noCancelSentence } from "../describe-cancelling";
import type { Doing, Job } from "../job";
import { wishOf } from "../select";
import type { Submissions, Wish } from "../submission";
import { say } from "../words";
import type { CancelDialog } from "./cancel-dialog";
import "./cancel-dialog";
import { FocusKeeping } from "./focus-keeping";

const DOINGS: readonly Doing[] = ["cancel", "continue", "retry-failed", "rerun"];

@customElement("job-actions")
export class JobActions extends FocusKeeping {
  @property({ attribute: false }) job!: Job;
  @property({ attribute: false }) submissions: Submissions = {};

  protected override render(): TemplateResult {
    const offers = offersOf(this.job);
    return html`
      <section class="job-actions" aria-label=${say("actions-of-job")} tabindex="-1">
        <div class="job-actions-buttons">
          ${repeat(
            offers,
            (offer) => offer.doing,
            (offer, place) => this.#button(offer, place === 0),
          )}
          ${this.#look()}
        </div>
        ${this.#note(retryHint(this.job))} ${this.#note(noCancelSentence(this.job))}
        <p id="job-actions-status" class=${this.#statusClass()} role="status">${this.#status()}</p>
        <cancel-dialog .job=${this.job} @confirmed=${(): void => this.#wish("cancel")}></cancel-dialog>
      </section>
    `;
  }

  protected override resort(): HTMLElement | null {
    return this.querySelector("section");
  }

  // Not disabled while busy: that would throw the focus away. A second press is the same wish (see submission.ts).
  #button({ doing, name, busy }: Offer, first: boolean): TemplateResult {
    const held = busy || this.job.asked !== null;
    return html`
      <button
        type="button"
        class="button ${first && doing !== "cancel" ? "" : "button-quiet"}"
        aria-disabled=${held ? "true" : "false"}
        aria-describedby="job-actions-status"
        @click=${(): void => this.#press(doing, held)}
      >
        ${name}
      </button>
    `;
  }

  #look(): TemplateResult | typeof nothing {
    const sentence = nextSentence(this.job);
    return sentence === "" ? nothing : html`<a class="job-actions-link" href="/">${sentence}</a>`;
  }

  #note(sentence: string): TemplateResult | typeof nothing {
    return sentence === "" ? nothing : html`<p class="quiet job-actions-note numbers">${sentence}</p>`;
  }

  #status(): string {
    const told = DOINGS.map((doing) => wishSentence(this.job, doing, wishOf(this.submissions, this.job, doing)));
    return told.filter((sentence) => sentence !== "").join(" ");
  }

  /** While the button itself says that the wish is on its way, nobody needs to see it twice. */
  #statusClass(): string {
    const doing = this.job.asked;
    const sending = doing !== null && wishOf(this.submissions, this.job, doing)?.phase === "sending";
    return sending ? "visually-hidden" : "job-actions-status numbers";
  }

  #press(doing: Doing, held: boolean): void {
    if (held) return;
    if (doing === "cancel") this.querySelector<CancelDialog>("cancel-dialog")?.ask();
    else this.#wish(doing);
  }

  #wish(doing: Doing): void {
    const wish: Wish = { do: doing, job: this.job.id, run: this.job.run };
    this.dispatchEvent(new CustomEvent<Wish>("wish", { detail: wish, bubbles: true }));
  }
}
