/** Says when what is shown may be old: the page is offline, or has heard nothing for a while. A live region. */

import { html, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { Contact } from "../live";
import { shownTime } from "../times";
import { say } from "../words";
import { LightElement } from "./light-element";

@customElement("connection-notice")
export class ConnectionNotice extends LightElement {
  @property({ attribute: false }) contact!: Contact;
  @property({ attribute: false }) asOf: number | null = null;

  protected override render(): TemplateResult {
    return html`<p class="connection-notice" role="status">${this.#text()}</p>`;
  }

  #text(): string {
    const { online, silent } = this.contact;
    if (online && !silent) return "";
    const which = online ? "contact-silent" : "contact-offline";
    return this.asOf === null ? say(`${which}-early`) : say(which, { time: shownTime(this.asOf) });
  }
}
