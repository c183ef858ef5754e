/** A page that has nothing to show, and says why. */

import { html, nothing, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";
import { say } from "../words";
import { LightElement } from "./light-element";

@customElement("empty-page")
export class EmptyPage extends LightElement {
  @property() heading = "";
  @property() hint = "";

  protected override render(): TemplateResult {
    return html`
      <div class="empty-page">
        <h1 tabindex="-1">${this.heading}</h1>
        ${this.hint === "" ? nothing : html`<p>${this.hint}</p>`}
        <p><a href="/jobs">${say("job-back")}</a></p>
      </div>
    `;
  }
}
