/** The seller's goods, and the jobs that can be started with them. */

import { html, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import type { Choice } from "../choice";
import { canImport, itemsToImport } from "../describe-file";
import type { Job } from "../job";
import type { Catalogue, CatalogueItem, Order } from "../network";
import type { Services } from "../services";
import { FILE_SLOT, slotOf, type Submissions, type Wish } from "../submission";
import { say } from "../words";
import { FILE_STATUS } from "./file-chooser";
import "./job-strip";
import { LightElement } from "./light-element";
import "./start-job";

const ROWS = 8;
const ASK_AGAIN_MS = 2_000;

@customElement("catalogue-page")
export class CataloguePage extends LightElement {
  @property({ attribute: false }) services!: Services;
  @property({ attribute: false }) submissions: Submissions = {};
  @property({ attribute: false }) choice: Choice = null;
  @property({ attribute: false }) inSight: readonly Job[] = [];
  @state() private catalogue: Catalogue | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    void this.#load();
  }

  protected override render(): TemplateResult {
    return html`
      <h1 tabindex="-1">${say("catalogue-heading")}</h1>
      <p class="lead">${say("catalogue-lead")}</p>
      ${
        this.catalogue === undefined
          ? html`<p class="quiet">${say("catalogue-loading")}</p>`
          : html`${this.#actions(this.catalogue)}<job-strip .jobs=${this.inSight}></job-strip
              >${this.#table(this.catalogue.items.slice(0, ROWS))}`
      }
    `;
  }

  async #load(): Promise<void> {
    const catalogue = await this.services.network.catalogue().catch(() => undefined);
    if (catalogue !== undefined) this.catalogue = catalogue;
    else if (this.isConnected) setTimeout(() => void this.#load(), ASK_AGAIN_MS);
  }

  #actions(catalogue: Catalogue): TemplateResult {
    return html`
      <section class="card start-jobs" aria-label=${say("actions-heading")}>
        <div>${this.#import(catalogue.total)} ${this.#file()}</div>
        ${this.#action({ kind: "publish", items: catalogue.unpublished })}
        <p class="quiet start-jobs-note">${say("catalogue-heavy")}</p>
      </section>
    `;
  }

  #import(listed: number): TemplateResult {
    const order = { kind: "import", items: itemsToImport(this.choice, listed) };
    const heldBy = canImport(this.choice, this.submissions[FILE_SLOT]) ? "" : FILE_STATUS;
    return this.#action(this.choice === null ? order : { ...order, upload: this.choice.id }, heldBy);
  }

  #file(): TemplateResult {
    const { submitter, choice } = this.services;
    const chosen = (event: CustomEvent<File>): void => submitter.press({ do: "upload", file: event.detail });
    const removed = (): void => {
      submitter.drop(FILE_SLOT);
      choice.update(() => null);
    };
    return html`<file-chooser
      .choice=${this.choice}
      .submission=${this.submissions[FILE_SLOT]}
      @chosen=${chosen}
      @removed=${removed}
    ></file-chooser>`;
  }

  #action(order: Order, heldBy = ""): TemplateResult {
    const wish: Wish = { do: "submit", order };
    const press = (): void => this.services.press(wish);
    return html`<start-job
      .kind=${order.kind}
      .items=${order.items}
      .heldBy=${heldBy}
      .submission=${this.submissions[slotOf(wish)]}
      @start-job=${press}
    ></start-job>`;
  }

  #table(items: readonly CatalogueItem[]): TemplateResult {
    return html`
      <div class="card table-card">
        <table class="table">
          <caption>
            ${say("catalogue-caption")}
          </caption>
          <thead>
            <tr>
              <th scope="col">${say("catalogue-item")}</th>
              <th scope="col" class="wide-only">${say("catalogue-sku")}</th>
              <th scope="col" class="wide-only">${say("catalogue-category")}</th>
              <th scope="col">${say("catalogue-price")}</th>
              <th scope="col">${say("catalogue-listing")}</th>
            </tr>
          </thead>
          <tbody>
            ${items.map((item) => this.#row(item))}
          </tbody>
        </table>
      </div>
    `;
  }

  #row(item: CatalogueItem): TemplateResult {
    return html`
      <tr>
        <th scope="row"><bdi>${item.name}</bdi></th>
        <td class="numbers quiet wide-only">${item.sku}</td>
        <td class="wide-only">${item.category}</td>
        <td class="numbers">
          ${say("catalogue-price-value", { price: item.price, currency: item.currency ?? "EUR" })}
        </td>
        <td class="quiet">${say(item.published ? "catalogue-on-sale" : "catalogue-draft")}</td>
      </tr>
    `;
  }
}
