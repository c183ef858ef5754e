/** Elements that render into the page itself: one style sheet for all, and labels may refer across elements. */

import { LitElement } from "lit";

export class LightElement extends LitElement {
  protected override createRenderRoot(): HTMLElement {
    return this;
  }
}
