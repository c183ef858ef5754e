/**
 * What is left of a box after everything that clips it, wherever the person may scroll.
 *
 * A chain of clips follows containing blocks, not parents: an absolutely placed child escapes the clips between it and its
 * nearest positioned ancestor, a fixed one escapes all but those inside a transformed ancestor. Boxes are measured when they
 * are asked for, at most once a flush.
 */

export interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** `hard` cuts; `scroll` lets the person scroll, but never to what lies before the start. */
type Edge = "open" | "hard" | "scroll";

export interface Clip {
  readonly element: Element | null;
  readonly x: Edge;
  readonly y: Edge;
  readonly up: Clip | null;
  /** For the outermost clip: true for what stays put while the page scrolls. */
  readonly fixed: boolean;
}

export const PAGE: Clip = { element: null, x: "scroll", y: "scroll", up: null, fixed: false };
export const WINDOW: Clip = { element: null, x: "hard", y: "hard", up: null, fixed: true };

/** Chains for children that are in flow, absolutely placed, fixed. */
export interface Clips {
  readonly flow: Clip;
  readonly absolute: Clip;
  readonly fixed: Clip;
}

export const PAGE_CLIPS: Clips = { flow: PAGE, absolute: PAGE, fixed: WINDOW };

const EDGES: Record<string, Edge> = { hidden: "hard", clip: "hard", scroll: "scroll", auto: "scroll" };

/** The clip that applies to an element itself. */
export function clipOn(clips: Clips, position: string): Clip {
  if (position === "absolute") return clips.absolute;
  return position === "fixed" ? clips.fixed : clips.flow;
}

/** The chains that apply to an element's children. */
export function clipsWithin(
  element: Element,
  clips: Clips,
  style: CSSStyleDeclaration,
  position: string,
  traps: boolean,
): Clips {
  const own = clipOn(clips, position);
  const inner = ownClip(element, own, style);
  const holds = traps || position !== "static";
  if (inner === clips.flow && !holds) return clips;
  return { flow: inner, absolute: holds ? inner : clips.absolute, fixed: traps ? inner : clips.fixed };
}

function ownClip(element: Element, up: Clip, style: CSSStyleDeclaration): Clip {
  const { overflow } = style;
  const contained = /paint|strict|content/.test(style.contain);
  if ((overflow === "visible" && !contained) || isViewport(element)) return up;
  const [x = "visible", y = x] = overflow.split(" ");
  const open: Edge = contained ? "hard" : "open";
  const edge = (said: string): Edge => (said === "visible" ? open : (EDGES[said] ?? "scroll"));
  return { element, x: edge(x), y: edge(y), up, fixed: up.fixed };
}

/** What `html` and `body` say about overflow holds for the window. */
function isViewport(element: Element): boolean {
  return element === element.ownerDocument.documentElement || element === element.ownerDocument.body;
}

/** Measures clips, each at most once until told that things have moved. */
export class Ruler {
  private boxes = new Map<Element, DOMRect>();
  private readonly range: Range;

  constructor(private readonly document: Document) {
    this.range = document.createRange();
  }

  /** Call before a flush: everything may have moved. */
  forget(): void {
    this.boxes.clear();
  }

  textBox(text: Text): Box {
    this.range.selectNode(text);
    return this.range.getBoundingClientRect();
  }

  box(element: Element): DOMRect {
    let box = this.boxes.get(element);
    if (!box) this.boxes.set(element, (box = element.getBoundingClientRect()));
    return box;
  }

  /** Whether a person can bring any of a box into view. */
  reachable(box: Box, clip: Clip): boolean {
    let left: Box | null = box;
    for (let at: Clip | null = clip; at && left; at = at.up) left = this.within(left, at);
    return left !== null;
  }

  private within(box: Box, clip: Clip): Box | null {
    if (tooSmall(box)) return null;
    if (!clip.element) return clip.fixed ? this.inWindow(box) : this.onPage(box);
    const bounds = this.box(clip.element);
    const [left, right] = cut(box.left, box.right, bounds.left, bounds.right, clip.x, clip.element.scrollLeft);
    const [top, bottom] = cut(box.top, box.bottom, bounds.top, bounds.bottom, clip.y, clip.element.scrollTop);
    const cropped = { left, top, right, bottom };
    return tooSmall(cropped) ? null : cropped;
  }

  private inWindow(box: Box): Box | null {
    const root = this.document.documentElement;
    return box.right <= 0 || box.bottom <= 0 || box.left >= root.clientWidth || box.top >= this.windowHeight()
      ? null
      : box;
  }

  private onPage(box: Box): Box | null {
    const view = this.document.defaultView!;
    const root = this.document.documentElement;
    if (box.bottom + view.scrollY <= 0) return null;
    const rightToLeft = getComputedStyle(root).direction === "rtl";
    if (rightToLeft ? box.left >= root.clientWidth - view.scrollX : box.right + view.scrollX <= 0) return null;
    return this.cutSideways() && box.left + view.scrollX >= root.clientWidth ? null : box;
  }

  /** `overflow-x: hidden` on the page puts what lies to its right out of reach. (Downwards it mostly holds scrolling for a while.) */
  private cutSideways(): boolean {
    const { body, documentElement } = this.document;
    const onRoot = getComputedStyle(documentElement).overflowX;
    const said = onRoot === "visible" && body ? getComputedStyle(body).overflowX : onRoot;
    return said === "hidden" || said === "clip";
  }

  private windowHeight(): number {
    return this.document.defaultView!.innerHeight;
  }
}

/** A box of one pixel is the classic way of hiding text for screen readers only. */
function tooSmall(box: Box): boolean {
  return box.right - box.left <= 1 || box.bottom - box.top <= 1;
}

function cut(start: number, end: number, from: number, to: number, edge: Edge, scrolled: number): [number, number] {
  if (edge === "open") return [start, end];
  if (edge === "hard") return [Math.max(start, from), Math.min(end, to)];
  // Before the start of what scrolls there is nothing to scroll to (in a right-to-left box, `scrolled` runs below zero).
  if (end <= from - Math.max(scrolled, 0) && scrolled >= 0) return [from, from];
  // Anything else can be scrolled to any place in the box, unless there is next to nothing of it.
  return end - start <= 1 ? [from, from] : [from, to];
}
