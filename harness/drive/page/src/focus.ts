/** Where the focus is, and how one gets from there to a control with the keyboard or a screen reader. */
import { handleOf, offered } from "./controls";
import { focused } from "./recorder/flat";

export interface Focus {
  /** The handle of what has the focus, null where nothing has. */
  readonly handle: number | null;
  readonly reached: boolean;
  /** The control comes before what has the focus. */
  readonly behind: boolean;
}

export function focusFrom(handle: number): Focus {
  const control = offered(handle);
  const held = focused(document);
  const at = held === document.body ? null : held;
  return {
    handle: at && handleOf(at),
    reached: at !== null && at === control,
    behind: Boolean(at && control && at.compareDocumentPosition(control) & Node.DOCUMENT_POSITION_PRECEDING),
  };
}

/** A screen reader takes the focus along. */
export function takeFocus(handle: number): void {
  (offered(handle) as HTMLElement | null)?.focus();
}

/** What a screen reader does when it is told to press. */
export function activate(handle: number): void {
  const element = offered(handle);
  if (element instanceof HTMLElement) element.click();
  else element?.dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true, composed: true }));
}
