/** Text in the very colour of what lies behind it. */
import type { Entry } from "./entry";
import type { Box } from "./geometry";
import { isOpaque, isTransparent } from "./shapes";

const PICTURES = new Set(["img", "video", "canvas", "svg", "iframe", "object", "embed", "picture"]);

/**
 * The ancestors' background says that text and ground are of one colour; something else may lie between (a picture, a bar's
 * fill), so the boxes under the text's middle are asked before it is called hidden.
 */
export function backdropHides(entry: Entry, box: Box, colour: string): boolean {
  const root = entry.element.getRootNode() as Document | ShadowRoot;
  const under = root.elementsFromPoint((box.left + box.right) / 2, (box.top + box.bottom) / 2);
  const start = under.indexOf(entry.element);
  if (start < 0) return true;
  for (const element of under.slice(start)) {
    const verdict = groundHides(element, colour);
    if (verdict !== null) return verdict;
  }
  return true;
}

function groundHides(element: Element, colour: string): boolean | null {
  const { backgroundColor, backgroundImage } = getComputedStyle(element);
  if (backgroundImage !== "none" || PICTURES.has(element.localName)) return false;
  if (isTransparent(backgroundColor)) return null;
  return isOpaque(backgroundColor) && backgroundColor === colour;
}
