/** Where a person would press: a control by its role and name, or a link by where it leads; it is scrolled into view. */
import { shadowOf } from "./recorder/flat";
import { nameOf, spokenText } from "./recorder/names";
import { roleOf } from "./recorder/roles";
import { tidy } from "./recorder/text";

export interface Spot {
  readonly x: number;
  readonly y: number;
  readonly role: string;
  readonly name: string;
  /** Its id in the recorder's tree. */
  readonly node: string | null;
}

/** The id by which the recorder knows an element. */
export type IdOf = (element: Element) => string | null;

export const CONTROLS = "button,a[href],input,select,textarea,summary,[role],[tabindex]";

/** `name` is a pattern, letter case aside. */
export function findControl(role: string, name: string, idOf: IdOf): Spot | null {
  const pattern = new RegExp(name, "i");
  const fits = (one: Element): boolean =>
    roleOf(one) === role && pattern.test(spokenName(one, role)) && !isDisabled(one);
  return spotOf(
    elements(document, CONTROLS).find((one) => fits(one) && isShown(one)),
    idOf,
  );
}

export function findLink(path: string, idOf: IdOf): Spot | null {
  return spotOf(
    elements(document, "a[href]").find((one) => one.getAttribute("href") === path && isShown(one)),
    idOf,
  );
}

/** Elements that match, in open shadow roots too, in document order within each root. */
function elements(root: Document | ShadowRoot, selector: string): Element[] {
  const found = [...root.querySelectorAll(selector)];
  for (const host of root.querySelectorAll("*")) {
    const shadow = shadowOf(host);
    if (shadow) found.push(...elements(shadow, selector));
  }
  return found;
}

export function spokenName(element: Element, role: string): string {
  return nameOf(element, role) || tidy(spokenText(element));
}

function isShown(element: Element): boolean {
  return element.checkVisibility({ opacityProperty: true, visibilityProperty: true, contentVisibilityAuto: true });
}

export function isDisabled(element: Element): boolean {
  return element.matches(":disabled") || element.getAttribute("aria-disabled") === "true";
}

function spotOf(element: Element | undefined, idOf: IdOf): Spot | null {
  if (!element) return null;
  element.scrollIntoView({ block: "nearest", inline: "nearest", behavior: "instant" });
  const { x, y, width, height } = element.getBoundingClientRect();
  if (width === 0 || height === 0) return null;
  const role = roleOf(element) ?? "";
  return { x: x + width / 2, y: y + height / 2, role, name: spokenName(element, role), node: idOf(element) };
}
