/** The flat tree: what is rendered, with shadow trees and slots in place. */

/** Their content is a fallback, data for the browser or drawn by the browser itself: never rendered as children. */
const CLOSED = new Set([
  "INPUT",
  "TEXTAREA",
  "SELECT",
  "PROGRESS",
  "METER",
  "IMG",
  "VIDEO",
  "AUDIO",
  "CANVAS",
  "IFRAME",
  "TEMPLATE",
  "SCRIPT",
  "STYLE",
  "NOSCRIPT",
  "DATALIST",
  "HEAD",
  "TITLE",
  "META",
  "LINK",
  "EMBED",
  "FRAMESET",
]);
const CLOSED_SVG = new Set([
  "title",
  "desc",
  "metadata",
  "defs",
  "symbol",
  "script",
  "style",
  "clipPath",
  "mask",
  "marker",
  "pattern",
]);
const SVG = "http://www.w3.org/2000/svg";

/** Shadow roots attached in closed mode; filled by the observer, which sees them being made. */
export const closedRoots = new WeakMap<Element, ShadowRoot>();

export function shadowOf(element: Element): ShadowRoot | null {
  return element.shadowRoot ?? closedRoots.get(element) ?? null;
}

/** What has the focus, in shadow roots too. */
export function focused(document: Document): Element | null {
  let element = document.activeElement;
  for (let shadow = element && shadowOf(element); shadow?.activeElement; shadow = shadowOf(element))
    element = shadow.activeElement;
  return element;
}

export function isClosed(element: Element): boolean {
  return element.namespaceURI === SVG ? CLOSED_SVG.has(element.localName) : CLOSED.has(element.tagName);
}

/** The nodes rendered inside an element, in reading order. */
export function flatChildren(element: Element): ArrayLike<Node> {
  if (isClosed(element)) return [];
  const shadow = shadowOf(element);
  if (shadow) return shadow.childNodes;
  if (element.localName === "slot") return slotChildren(element as HTMLSlotElement);
  if (element.localName === "details" && !(element as HTMLDetailsElement).open) return summaryOnly(element);
  return element.childNodes;
}

/** Every node that HTML keeps under an element, rendered or not: for the tests of the other checks. */
export function everyChild(element: Element): ArrayLike<Node> {
  const shadow = shadowOf(element)?.childNodes ?? [];
  const content = element instanceof HTMLTemplateElement ? element.content.childNodes : [];
  return [...shadow, ...content, ...element.childNodes];
}

/** The element that a node is rendered in; for the root element of a document, null. */
export function flatParent(node: Node): Element | null {
  const parent = node.parentNode;
  if (!parent) return null;
  if (parent.nodeType === Node.DOCUMENT_FRAGMENT_NODE) return (parent as ShadowRoot).host ?? null;
  if (parent.nodeType !== Node.ELEMENT_NODE) return null;
  return shadowOf(parent as Element)
    ? ((node as Element | Text).assignedSlot ?? (parent as Element))
    : (parent as Element);
}

function slotChildren(slot: HTMLSlotElement): ArrayLike<Node> {
  const assigned = slot.assignedNodes();
  return assigned.length > 0 ? assigned : slot.childNodes;
}

function summaryOnly(details: Element): Node[] {
  for (let child = details.firstElementChild; child; child = child.nextElementSibling) {
    if (child.localName === "summary") return [child];
  }
  return [];
}
