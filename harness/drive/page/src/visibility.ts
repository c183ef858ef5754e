/** Under automation every tab stays visible: hiding one is shadowing what the page would read, and telling it. */
export interface Regard {
  /** Another tab, or something else, is in front of it. */
  readonly hidden: boolean;
  /** What is typed would go there. */
  readonly focused: boolean;
}

let regard: Regard = { hidden: false, focused: true };

export function installVisibility({ hidden, focused }: Regard): void {
  regard = { hidden, focused };
  Object.defineProperty(Document.prototype, "hidden", { configurable: true, get: () => regard.hidden });
  Object.defineProperty(Document.prototype, "visibilityState", {
    configurable: true,
    get: () => (regard.hidden ? "hidden" : "visible"),
  });
  document.hasFocus = () => regard.focused;
}

export function setRegard(next: Regard): void {
  const before = regard;
  regard = next;
  if (next.focused !== before.focused) window.dispatchEvent(new Event(next.focused ? "focus" : "blur"));
  if (next.hidden !== before.hidden) document.dispatchEvent(new Event("visibilitychange", { bubbles: true }));
}
