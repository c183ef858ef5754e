/**
 * What lies under something opaque.
 *
 * Only an opaque box that is out of the flow (absolute, fixed, top layer; itself or an ancestor) is taken for an overlay, so that a page
 * without one pays nothing. Text wholly inside an overlay's box is covered where a hit test at its middle and corners meets
 * the overlay; where no hit test reaches (outside the window, `pointer-events: none`), where the overlay has a positive z-index.
 */
import type { Entry } from "./entry";
import type { Box } from "./geometry";
import { flatParent, shadowOf } from "./flat";

export function isOverlay(entry: Entry): boolean {
  const { look, style, element } = entry;
  if (!entry.rendered || !look || look.gone || !entry.within.lifted) return false;
  if (!look.opaque && !/url\(/.test(style!.backgroundImage)) return false;
  return !isTranslucent(element);
}

export function coveredBy(overlays: Iterable<Entry>, element: Element, box: Box): boolean {
  for (const overlay of overlays) if (!holds(overlay.element, element) && covers(overlay, element, box)) return true;
  return false;
}

/** The element that a point shows, through open shadow roots. */
export function hit(root: DocumentOrShadowRoot, x: number, y: number): Element | null {
  const element = root.elementFromPoint(x, y);
  const shadow = element && shadowOf(element);
  if (!element || !shadow || shadow === root) return element;
  return hit(shadow, x, y) ?? element;
}

function covers(overlay: Entry, element: Element, box: Box): boolean {
  const { ownerDocument: document } = element;
  const view = document.defaultView!;
  const over = overlay.element.getBoundingClientRect();
  const fills =
    over.left <= 0 &&
    over.top <= 0 &&
    over.right >= document.documentElement.clientWidth &&
    over.bottom >= view.innerHeight;
  const window = fills && isFixed(overlay);
  if (!window && !inside(box, over)) return false;
  const middle = { x: (box.left + box.right) / 2, y: (box.top + box.bottom) / 2 };
  const testable = inside(box, { left: 0, top: 0, right: view.innerWidth, bottom: view.innerHeight });
  if (!testable || overlay.style!.pointerEvents === "none") return liesHigher(overlay);
  if (getComputedStyle(element).pointerEvents === "none") return false;
  const points = [
    [middle.x, middle.y],
    [box.left + 1, box.top + 1],
    [box.right - 1, box.top + 1],
    [box.left + 1, box.bottom - 1],
    [box.right - 1, box.bottom - 1],
  ] as const;
  return points.every(([x, y]) => {
    const top = hit(document, x, y);
    return top !== null && holds(overlay.element, top);
  });
}

function inside(box: Box, outer: Box): boolean {
  return (
    box.left >= outer.left - 1 &&
    box.right <= outer.right + 1 &&
    box.top >= outer.top - 1 &&
    box.bottom <= outer.bottom + 1
  );
}

function holds(outer: Element, inner: Element): boolean {
  for (let at: Element | null = inner; at; at = flatParent(at)) if (at === outer) return true;
  return false;
}

function isFixed(overlay: Entry): boolean {
  for (let at: Entry | null = overlay; at; at = at.parent) if (at.look?.position === "fixed") return true;
  return false;
}

function isTranslucent(element: Element): boolean {
  for (let at: Element | null = element; at; at = flatParent(at)) if (getComputedStyle(at).opacity !== "1") return true;
  return false;
}

function liesHigher(overlay: Entry): boolean {
  for (let at: Entry | null = overlay; at; at = at.parent) {
    if (at.element.matches(":modal, :popover-open") || parseInt(at.style?.zIndex ?? "", 10) > 0) return true;
  }
  return false;
}
