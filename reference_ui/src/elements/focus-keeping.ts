/** An element that draws itself anew, and with which the focus stays when what had it is gone. */

import { LightElement } from "./light-element";

export abstract class FocusKeeping extends LightElement {
  #held = false;

  /** Where the focus goes then: something of this element that is always there. */
  protected abstract resort(): HTMLElement | null;

  protected override willUpdate(): void {
    this.#held = this.contains(document.activeElement);
  }

  protected override updated(): void {
    if (this.#held && !this.contains(document.activeElement)) this.resort()?.focus();
  }
}
