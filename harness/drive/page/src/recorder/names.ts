/** Accessible names, where they come from elsewhere than the element's own visible text (after the accname rules, in short). */
import { flatChildren } from "./flat";
import { tidy } from "./text";

/** Naming these does nothing: HTML and ARIA forbid it. */
const NAMELESS = new Set(["", "paragraph", "caption", "definition", "term", "blockquote", "rowgroup"]);

export function nameOf(element: Element, role: string): string {
  if (NAMELESS.has(role)) return "";
  return (
    labelledBy(element) ||
    tidy(element.getAttribute("aria-label") ?? "") ||
    nativeName(element) ||
    tidy(element.getAttribute("title") ?? "")
  );
}

/** The name depends on what other elements say. */
export function borrowsName(element: Element): boolean {
  return element.hasAttribute("aria-labelledby") || ((element as HTMLInputElement).labels?.length ?? 0) > 0;
}

/** What assistive technology reads out of an element: text, alternatives and labels, without what is hidden from it. */
export function spokenText(node: Node, evenHidden = false): string {
  if (node.nodeType === Node.TEXT_NODE) return (node as Text).data;
  if (node.nodeType !== Node.ELEMENT_NODE) return "";
  const element = node as Element;
  if (!evenHidden && isUnspoken(element)) return "";
  const label =
    element.getAttribute("aria-label") ??
    (element.localName === "img" ? element.getAttribute("alt") : null) ??
    inputText(element);
  if (label) return ` ${label} `;
  return surround(element, Array.from(flatChildren(element), (child) => spokenText(child, evenHidden)).join(""));
}

export function isUnspoken(element: Element): boolean {
  if (element.getAttribute("aria-hidden") === "true") return true;
  if (element.checkVisibility({ visibilityProperty: true })) return false;
  const { display, visibility } = getComputedStyle(element);
  return display !== "contents" || visibility !== "visible";
}

function labelledBy(element: Element): string {
  const ids = element.getAttribute("aria-labelledby");
  if (!ids) return "";
  const root = element.getRootNode() as Document | ShadowRoot;
  const labels = ids.split(/\s+/).map((id) => (id ? root.getElementById(id) : null));
  return tidy(labels.map((label) => (label ? spokenText(label, true) : "")).join(" "));
}

function nativeName(element: Element): string {
  switch (element.localName) {
    case "img":
    case "area":
      return tidy(element.getAttribute("alt") ?? "");
    case "svg":
      return tidy(element.querySelector(":scope > title")?.textContent ?? "");
    default:
      return (
        labels(element) || (element.getAttribute("type") === "image" ? tidy(element.getAttribute("alt") ?? "") : "")
      );
  }
}

function labels(element: Element): string {
  const list = (element as HTMLInputElement).labels;
  return list ? tidy(Array.from(list, (label) => spokenText(label, true)).join(" ")) : "";
}

function inputText(element: Element): string {
  return /^(input|textarea|select)$/.test(element.localName) ? " " : "";
}

function surround(element: Element, text: string): string {
  return /^(span|b|i|em|strong|a|small|code|time|abbr|slot|u|s|sub|sup|mark|data|bdi|bdo|label|font|tt|var)$/.test(
    element.localName,
  )
    ? text
    : ` ${text} `;
}
