/** What a person could press: controls by role and name, links by where they lead; in a dialog, what is offered there. */
import { flatChildren, flatParent } from "./recorder/flat";
import { isUnspoken, nameOf, spokenText } from "./recorder/names";
import { roleOf } from "./recorder/roles";
import { tidy } from "./recorder/text";

export interface Offer {
  /** By this the page knows the element again. */
  readonly handle: number;
  readonly role: string;
  readonly name: string;
  /** Its id in the recorder's tree. */
  readonly node: string | null;
  /** Which of the patterns asked for it fits. */
  readonly fit: number;
  /** Whether a screen reader offers it. */
  readonly spoken: boolean;
}

export interface Spot {
  readonly x: number;
  readonly y: number;
}

/** A dialog that waits for an answer. */
export interface Dialog extends Omit<Offer, "fit" | "spoken"> {
  readonly offers: readonly Offer[];
}

/** What the recorder knows of an element: its id, and whether it is on the screen. */
export interface Seen {
  idOf(element: Element): string | null;
  shows(element: Element): boolean;
}

type Wanted = readonly (readonly [role: string, name: string])[];

export const CONTROLS = "button,a[href],input,select,textarea,summary,[role],[tabindex]";
const DIALOGS = "dialog,[role~=dialog],[role~=alertdialog]";
const handles: Element[] = [];

/** In reading order. Each name is a pattern, letter case aside. */
export function findControls(wanted: Wanted, seen: Seen): Offer[] {
  const patterns = wanted.map(([role, name]) => ({ role, name: new RegExp(name, "i") }));
  return offersIn(document, seen, (role, name) =>
    patterns.findIndex((pattern) => pattern.role === role && pattern.name.test(name)),
  );
}

/** What lets a person choose a file: the field itself, its label, a button that is called so. */
export function findFileControls(wanted: Wanted, seen: Seen): Offer[] {
  const modal = topModal();
  const fields = elements(document, "input[type=file]").filter((one) => !isDisabled(one)) as HTMLInputElement[];
  const parts: Element[] = fields.flatMap((field) => [field, ...(field.labels ?? [])]);
  const own = parts.filter((part) => canBePressed(part, modal));
  const offers = own.map((part) => {
    const role = roleOf(part) || "generic";
    return offerOf(part, role, spokenName(part, role), 0, seen);
  });
  return [...offers, ...findControls(wanted, seen)];
}

export function findLink(path: string, seen: Seen): Offer | null {
  const modal = topModal();
  const leads = (one: Element): boolean => one.getAttribute("href") === path && canBePressed(one, modal);
  const link = elements(document, "a[href]").find(leads);
  return link ? offerOf(link, "link", spokenName(link, "link"), 0, seen) : null;
}

/** A form that lacks something is not sent: the browser turns to the first such field, with words of its own. */
export function keptBack(): string | null {
  const field = document.activeElement as HTMLInputElement | null;
  if (!field?.matches(":invalid") || !field.form || field.form.noValidate) return null;
  const label = field.labels?.[0]?.textContent.trim() ?? field.name;
  return `"${label}": ${field.validationMessage}`;
}

/** The dialog on top, with all that can be pressed in it. */
export function openDialog(seen: Seen): Dialog | null {
  const modal = topModal();
  const top = modal ?? elements(document, DIALOGS).findLast((one) => seen.shows(one) && !isBarred(one, modal));
  if (!top) return null;
  const role = roleOf(top) ?? "";
  const offers = offersIn(top, seen, (of) => (of === "button" || of === "link" ? 0 : -1));
  return { handle: handleOf(top), role, name: nameOf(top, role), node: seen.idOf(top), offers };
}

/** The middle of an element that was offered, scrolled into view; null where it is gone. */
export function spotOf(handle: number): Spot | null {
  const element = offered(handle);
  if (!element) return null;
  element.scrollIntoView({ block: "nearest", inline: "nearest", behavior: "instant" });
  const { x, y, width, height } = element.getBoundingClientRect();
  return { x: x + width / 2, y: y + height / 2 };
}

/** The element that was offered under a handle, while it is on the page. */
export function offered(handle: number): Element | null {
  const element = handles[handle];
  return element?.isConnected ? element : null;
}

export function handleOf(element: Element): number {
  const known = handles.indexOf(element);
  return known < 0 ? handles.push(element) - 1 : known;
}

function offersIn(root: Document | Element, seen: Seen, fitOf: (role: string, name: string) => number): Offer[] {
  const modal = topModal();
  const offers: Offer[] = [];
  for (const element of elements(root, CONTROLS)) {
    const role = roleOf(element);
    if (!role) continue;
    const name = spokenName(element, role);
    const fit = fitOf(role, name);
    if (fit >= 0 && canBePressed(element, modal)) offers.push(offerOf(element, role, name, fit, seen));
  }
  return offers;
}

function offerOf(element: Element, role: string, name: string, fit: number, seen: Seen): Offer {
  return { handle: handleOf(element), role, name, node: seen.idOf(element), fit, spoken: isSpoken(element) };
}

/** Elements that match, in reading order, in shadow roots too. */
function elements(root: Document | Element, selector: string): Element[] {
  const found: Element[] = [];
  const walk = (element: Element): void => {
    if (element.matches(selector)) found.push(element);
    for (const child of Array.from(flatChildren(element))) if (child instanceof Element) walk(child);
  };
  const top = root instanceof Document ? root.body : root;
  if (top) walk(top);
  return found;
}

/** What is hidden from a screen reader is still read by who sees it. */
export function spokenName(element: Element, role: string): string {
  return nameOf(element, role) || tidy(spokenText(element)) || tidy(spokenText(element, true));
}

function canBePressed(element: Element, modal: Element | undefined): boolean {
  if (isDisabled(element) || !isShown(element) || isBarred(element, modal)) return false;
  const { width, height } = element.getBoundingClientRect();
  return width > 0 && height > 0;
}

function isShown(element: Element): boolean {
  return element.checkVisibility({ opacityProperty: true, visibilityProperty: true, contentVisibilityAuto: true });
}

function isSpoken(element: Element): boolean {
  for (let at: Element | null = element; at; at = flatParent(at)) if (isUnspoken(at)) return false;
  return true;
}

export function isDisabled(element: Element): boolean {
  return element.matches(":disabled") || element.getAttribute("aria-disabled") === "true";
}

/** Inert, or behind a dialog that is modal. */
function isBarred(element: Element, modal: Element | undefined): boolean {
  let inside = modal === undefined;
  for (let at: Element | null = element; at; at = flatParent(at)) {
    if ((at as HTMLElement).inert) return true;
    inside ||= at === modal;
  }
  return !inside;
}

function topModal(): Element | undefined {
  return elements(document, "dialog:modal").at(-1);
}
