/** The top of every page: whose site this is, and where one can go. */

import { html, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";
import { ifDefined } from "lit/directives/if-defined.js";
import type { Route } from "../router";
import { say } from "../words";
import { LightElement } from "./light-element";

@customElement("site-header")
export class SiteHeader extends LightElement {
  @property() page: Route["page"] = "catalogue";

  protected override render(): TemplateResult {
    return html`
      <header class="site-header">
        <div class="site-header-inner">
          <span class="site-name">${say("site-name")}</span>
          <nav class="site-nav" aria-label=${say("nav-label")}>
            ${this.#link("/", say("nav-catalogue"), this.page === "catalogue" ? "page" : undefined)}
            ${this.#link("/jobs", say("nav-jobs"), this.#jobsCurrent())}
          </nav>
        </div>
      </header>
    `;
  }

  #link(path: string, name: string, current: "page" | "true" | undefined): TemplateResult {
    return html`<a class="site-link" href=${path} aria-current=${ifDefined(current)}>${name}</a>`;
  }

  #jobsCurrent(): "page" | "true" | undefined {
    if (this.page === "jobs") return "page";
    return this.page === "job" ? "true" : undefined;
  }
}
