/** What the page's own script threw and nobody caught: it says why a page does nothing. */

const MOST = 20;
const LONGEST = 300;
/** A browser's remark on layout, told like an error. */
const REMARK = /^ResizeObserver loop/;

/** Tells the first of them in this document. */
export function watchThrown(tell: (text: string) => void): void {
  let told = 0;
  const keep = (text: string): void => {
    if (REMARK.test(text) || told++ >= MOST) return;
    tell(text.slice(0, LONGEST));
  };
  window.addEventListener("error", (event) => keep(event.message.replace(/^Uncaught /, "")));
  window.addEventListener("unhandledrejection", (event) => keep(wordsOf(event.reason)));
}

function wordsOf(reason: unknown): string {
  try {
    return String(reason);
  } catch {
    return "something without words";
  }
}
