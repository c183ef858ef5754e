/** What went wrong or was passed over, grouped by cause: failed items first, each group with its way out. */

import { html, nothing, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { CauseGroup, Job } from "../job";
import { namesIn } from "../select";
import { say } from "../words";
import { LightElement } from "./light-element";
import { toneIcon } from "./state-mark";

const NAMES = 20;

@customElement("problem-groups")
export class ProblemGroups extends LightElement {
  @property({ attribute: false }) causes: Job["causes"] = [];
  @property({ attribute: false }) problems: Job["problems"] = {};

  protected override render(): TemplateResult {
    return html`${this.#section("failed")}${this.#section("skipped")}`;
  }

  #section(state: CauseGroup["state"]): TemplateResult | typeof nothing {
    const groups = this.causes.filter((group) => group.state === state);
    if (groups.length === 0) return nothing;
    const heading = say(`${state}-heading`);
    return html`
      <section class="card problems" aria-label=${heading}>
        <h2>${heading}</h2>
        <ul class="problem-list">
          ${groups.map((group) => this.#group(group))}
        </ul>
      </section>
    `;
  }

  #group(group: CauseGroup): TemplateResult {
    return html`
      <li class="problem">
        ${toneIcon(group.state === "failed" ? "bad" : "off")}
        <div class="problem-text">
          <p class="problem-count numbers">
            ${say(`group-${group.state}`, { count: group.count, cause: group.cause })}
          </p>
          ${group.remedy === "" ? nothing : html`<p class="problem-remedy">${say("remedy", { remedy: group.remedy })}</p>`}
          ${this.#names(namesIn(this.problems, group.state, group.cause))}
        </div>
      </li>
    `;
  }

  #names(names: readonly string[]): TemplateResult | typeof nothing {
    if (names.length === 0) return nothing;
    const shown = names.slice(0, NAMES);
    const more = names.length > shown.length ? html`<li class="quiet">${say("names-more")}</li>` : nothing;
    return html`<ul class="problem-names">
      ${shown.map((name) => html`<li><bdi>${name}</bdi></li>`)}${more}
    </ul>`;
  }
}
