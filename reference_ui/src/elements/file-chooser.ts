/** Chooses the file that an import takes, and says what is in it before anything is started. */

import { html, nothing, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { Choice } from "../choice";
import { fileSentences } from "../describe-file";
import type { Submission } from "../submission";
import { say } from "../words";
import { FocusKeeping } from "./focus-keeping";

/** The id of what is said of the file. */
export const FILE_STATUS = "file-status";

@customElement("file-chooser")
export class FileChooser extends FocusKeeping {
  @property({ attribute: false }) choice: Choice = null;
  @property({ attribute: false }) submission: Submission | undefined;

  protected override render(): TemplateResult {
    const sentences = fileSentences(this.choice, this.submission);
    return html`
      <div class="file-chooser">
        <label class="file-label" for="price-list">${say("file-label")}</label>
        <input
          id="price-list"
          class="file-input"
          type="file"
          accept=".csv,text/csv"
          aria-describedby=${FILE_STATUS}
          @change=${this.#chosen}
        />
        <div id=${FILE_STATUS} class="file-status numbers" role="status">
          ${sentences.map((sentence) => html`<p>${sentence}</p>`)}
        </div>
        ${
          sentences.length === 0
            ? nothing
            : html`<button type="button" class="button button-quiet" @click=${this.#removed}>
                ${say("file-remove")}
              </button>`
        }
      </div>
    `;
  }

  protected override resort(): HTMLElement | null {
    return this.#input();
  }

  /** A file that a job has taken, or that was put aside, is chosen no more in the browser's own eyes either. */
  protected override updated(): void {
    super.updated();
    const input = this.#input();
    if (input !== null && this.choice === null && this.submission === undefined) input.value = "";
  }

  readonly #chosen = (): void => {
    const file = this.#input()?.files?.[0];
    if (file !== undefined) this.dispatchEvent(new CustomEvent<File>("chosen", { detail: file }));
  };

  readonly #removed = (): void => {
    this.dispatchEvent(new CustomEvent("removed"));
  };

  #input(): HTMLInputElement | null {
    return this.querySelector("input");
  }
}
