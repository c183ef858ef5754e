/** One button that starts a job, and what is known of the wish since it was pressed. */

import { html, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";
import { ifDefined } from "lit/directives/if-defined.js";
import { isOpen, type Submission } from "../submission";
import { shownTime } from "../times";
import { say } from "../words";
import { LightElement } from "./light-element";

@customElement("start-job")
export class StartJob extends LightElement {
  @property() kind = "";
  @property({ type: Number }) items = 0;
  /** Not to be pressed now, and the id of what says why; empty where it can be. */
  @property() heldBy = "";
  @property({ attribute: false }) submission: Submission | undefined;

  protected override render(): TemplateResult {
    const busy = this.submission !== undefined && isOpen(this.submission);
    return html`
      <div class="start-job">
        <button
          type="button"
          class="button"
          aria-disabled=${busy || this.heldBy !== "" ? "true" : "false"}
          aria-describedby=${ifDefined(this.heldBy || undefined)}
          @click=${this.#press}
        >
          ${busy ? say("action-sending") : say(`action-${this.kind}`, { count: this.items })}
        </button>
        <p class="start-job-hint">${say(`action-${this.kind}-hint`)}</p>
        <p class="start-job-status" role="status">${this.#status()}</p>
      </div>
    `;
  }

  // Not disabled while busy: that would throw the focus away. A second press is the same wish (see submission.ts).
  #press(): void {
    if (this.heldBy === "") this.dispatchEvent(new CustomEvent("start-job"));
  }

  #status(): string {
    if (this.submission === undefined) return "";
    const { phase, wish, refusal } = this.submission;
    const count = wish.do === "submit" ? wish.order.items : this.items;
    const title = say(`action-${this.kind}`, { count });
    if (refusal === null) return say(`submit-${phase}`, { title });
    const { title: reason, remedy, againAt } = refusal;
    if (reason === "") return say("submit-refused-without-reason", { title });
    if (againAt === null) return say("submit-refused", { title, reason, remedy });
    return say("submit-refused-until", { title, reason, time: shownTime(againAt) });
  }
}
