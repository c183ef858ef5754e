/** Under automation every tab stays visible: hiding one is shadowing what the page would read, and telling it. */
let hidden = false;

export function installVisibility(initiallyHidden: boolean): void {
  hidden = initiallyHidden;
  Object.defineProperty(Document.prototype, "hidden", { configurable: true, get: () => hidden });
  Object.defineProperty(Document.prototype, "visibilityState", {
    configurable: true,
    get: () => (hidden ? "hidden" : "visible"),
  });
  document.hasFocus = () => !hidden;
}

export function setHidden(next: boolean): void {
  if (next === hidden) return;
  hidden = next;
  window.dispatchEvent(new Event(next ? "blur" : "focus"));
  document.dispatchEvent(new Event("visibilitychange", { bubbles: true }));
}
