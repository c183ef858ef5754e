/** The steps of a job in their order, each with what has become of it. */

import { html, nothing, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";
import { guard } from "lit/directives/guard.js";
import { phaseWords } from "../describe";
import type { Phase } from "../job";
import { say } from "../words";
import { LightElement } from "./light-element";
import { toneIcon } from "./state-mark";

@customElement("phase-list")
export class PhaseList extends LightElement {
  @property({ attribute: false }) phases: readonly Phase[] = [];
  @property({ type: Boolean }) atWork = true;

  protected override render(): TemplateResult {
    return html`
      <h2>${say("steps-heading")}</h2>
      <ol class="phase-list" aria-label=${say("steps-heading")}>
        ${this.phases.map((phase) => this.#unlessTold(phase))}
      </ol>
    `;
  }

  /** Each item of a job counts in its phase, which is not told here: only what is gets said anew. */
  #unlessTold(phase: Phase): unknown {
    return guard([phase.id, phase.state, phase.started, phase.finished, this.atWork], () => this.#phase(phase));
  }

  #phase(phase: Phase): TemplateResult {
    const { name, state, tone } = phaseWords(phase, this.atWork);
    return html`
      <li class="phase" data-tone=${tone} aria-current=${phase.state === "running" ? "step" : nothing}>
        ${toneIcon(tone)}<span class="phase-name">${name}</span> <span class="phase-state numbers">${state}</span>
      </li>
    `;
  }
}
