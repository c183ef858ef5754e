/** Asks before a job is cancelled: what will be kept or taken back, and what is finished first. Nothing is sent from here. */

import { html, nothing, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { cancelQuestion } from "../describe-cancelling";
import type { Job } from "../job";
import { FocusKeeping } from "./focus-keeping";

@customElement("cancel-dialog")
export class CancelDialog extends FocusKeeping {
  @property({ attribute: false }) job!: Job;
  @state() private open = false;

  /** Ask. The focus goes to the way that changes nothing, and returns to where it was. */
  ask(): void {
    this.open = true;
  }

  protected override render(): TemplateResult {
    return html`
      <dialog
        class="dialog"
        aria-labelledby="cancel-title"
        aria-describedby="cancel-text"
        @keydown=${this.#key}
        @cancel=${this.#dismissed}
      >
        ${this.open ? this.#question() : nothing}
      </dialog>
    `;
  }

  protected override updated(): void {
    super.updated();
    if (this.open && !this.#dialog().open) this.#dialog().showModal();
  }

  /** Where the question is moot by now, the button that sends it is gone. */
  protected override resort(): HTMLElement | null {
    return this.querySelector("button");
  }

  #question(): TemplateResult {
    const { title, sentences, confirm, dismiss } = cancelQuestion(this.job);
    return html`
      <h2 id="cancel-title" class="dialog-title">${title}</h2>
      <div id="cancel-text" class="dialog-text numbers">${sentences.map((sentence) => html`<p>${sentence}</p>`)}</div>
      <div class="dialog-buttons">
        <button type="button" class="button button-quiet" autofocus @click=${this.#close}>${dismiss}</button>
        ${
          confirm === null
            ? nothing
            : html`<button type="button" class="button" @click=${this.#confirmed}>${confirm}</button>`
        }
      </div>
    `;
  }

  readonly #key = (event: KeyboardEvent): void => {
    if (event.key !== "Escape") return;
    event.preventDefault();
    this.#close();
  };

  readonly #dismissed = (event: Event): void => {
    event.preventDefault();
    this.#close();
  };

  readonly #confirmed = (): void => {
    this.#close();
    this.dispatchEvent(new CustomEvent("confirmed"));
  };

  readonly #close = (): void => {
    this.#dialog().close();
    this.open = false;
  };

  #dialog(): HTMLDialogElement {
    const dialog = this.querySelector("dialog");
    if (dialog === null) throw new Error("the dialog is not drawn yet");
    return dialog;
  }
}
