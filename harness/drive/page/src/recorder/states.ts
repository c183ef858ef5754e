/** What a node says beside its text: value, level, whether it can be used, is ticked, open, current. */
import { tidy } from "./text";
import type { ScreenNode } from "./types";

const VALUED = new Set(["progressbar", "meter", "slider", "spinbutton", "scrollbar"]);
const TYPED = new Set(["textbox", "searchbox", "combobox", "spinbutton"]);

/** Adds to a node what its element states. `mute`: the text in a control cannot be seen. */
export function addStates(node: ScreenNode, element: Element, mute: boolean): void {
  if (node.role === "heading") node.level = headingLevel(element);
  if (isDisabled(element)) node.enabled = false;
  addChecked(node, element);
  addExpanded(node, element);
  const current = element.getAttribute("aria-current");
  if (current && current !== "false") node.current = current;
  if (node.role === "link") node.href = plainAddress(element);
  if (VALUED.has(node.role)) addNumbers(node, element);
  if (TYPED.has(node.role) && !mute) addTyped(node, element);
}

/** What may change in a control without a mutation, in one string. */
export function controlState(element: Element): string {
  if (element instanceof HTMLSelectElement) return Array.from(element.selectedOptions, (option) => option.index).join();
  if (element instanceof HTMLInputElement)
    return `${element.value}\n${element.checked}${element.indeterminate}${element.files?.length ?? 0}`;
  return (element as HTMLTextAreaElement).value;
}

/** Without the origin, which says where the harness serves the page and not where in the app one is. */
export function plainAddress(element: Element): string {
  const stated = element.getAttribute("href") ?? element.getAttribute("xlink:href") ?? "";
  const address = (element as HTMLAnchorElement).href;
  if (typeof address !== "string" || !URL.canParse(address)) return stated;
  const { origin, pathname, search, hash } = new URL(address);
  return origin === location.origin ? pathname + search + hash : address;
}

function headingLevel(element: Element): number {
  const stated = Number(element.getAttribute("aria-level"));
  return stated || Number(/^h([1-6])$/.exec(element.localName)?.[1] ?? 2);
}

function isDisabled(element: Element): boolean {
  return element.getAttribute("aria-disabled") === "true" || element.matches(":disabled");
}

function addChecked(node: ScreenNode, element: Element): void {
  if (element instanceof HTMLInputElement && /^(checkbox|radio)$/.test(element.type)) {
    node.checked = element.indeterminate ? "mixed" : element.checked;
    return;
  }
  if (element instanceof HTMLOptionElement) node.checked = element.selected;
  const stated =
    element.getAttribute("aria-checked") ??
    element.getAttribute("aria-pressed") ??
    element.getAttribute("aria-selected");
  if (stated === "true" || stated === "false") node.checked = stated === "true";
  if (stated === "mixed") node.checked = "mixed";
}

function addExpanded(node: ScreenNode, element: Element): void {
  const stated = element.getAttribute("aria-expanded");
  if (stated === "true" || stated === "false") node.expanded = stated === "true";
  const { parentElement: parent } = element;
  if (element.localName === "summary" && parent instanceof HTMLDetailsElement) node.expanded = parent.open;
}

function addNumbers(node: ScreenNode, element: Element): void {
  const value = nativeNumbers(element) ?? statedNumbers(element);
  const text = tidy(element.getAttribute("aria-valuetext") ?? "");
  if (text) value.text = text;
  if (Object.keys(value).length > 0) node.value = value;
}

function nativeNumbers(element: Element): NonNullable<ScreenNode["value"]> | null {
  if (element instanceof HTMLProgressElement) {
    return element.position < 0 ? { max: element.max } : { now: element.value, min: 0, max: element.max };
  }
  if (element instanceof HTMLMeterElement) return { now: element.value, min: element.min, max: element.max };
  if (!(element instanceof HTMLInputElement)) return null;
  const value: NonNullable<ScreenNode["value"]> = {};
  if (!Number.isNaN(element.valueAsNumber)) value.now = element.valueAsNumber;
  if (element.min !== "") value.min = Number(element.min);
  if (element.max !== "") value.max = Number(element.max);
  return value;
}

function statedNumbers(element: Element): NonNullable<ScreenNode["value"]> {
  const value: NonNullable<ScreenNode["value"]> = {};
  for (const key of ["now", "min", "max"] as const) {
    const stated = element.getAttribute(`aria-value${key}`);
    const number = stated === null || stated.trim() === "" ? NaN : Number(stated);
    if (!Number.isNaN(number)) value[key] = number;
  }
  return value;
}

function addTyped(node: ScreenNode, element: Element): void {
  const typed = typedText(element);
  if (typed !== "") node.value = { ...node.value, text: typed };
}

function typedText(element: Element): string {
  if (element instanceof HTMLSelectElement)
    return Array.from(element.selectedOptions, (option) => tidy(option.label)).join(", ");
  if (element instanceof HTMLInputElement && element.type === "password") return "\u2022".repeat(element.value.length);
  return tidy((element as HTMLInputElement).value ?? "");
}

/** Text that the browser itself draws in a control: a button's label, the placeholder of an empty field. */
export function drawnText(element: Element, placeholder: boolean): string {
  if (element instanceof HTMLInputElement && /^(button|submit|reset)$/.test(element.type)) return buttonText(element);
  if (element instanceof HTMLInputElement && element.type === "file")
    return Array.from(element.files ?? [], (file) => file.name).join(", ");
  if (!(element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement)) return "";
  return element.value === "" && element.placeholder !== "" && placeholder ? element.placeholder : "";
}

function buttonText(input: HTMLInputElement): string {
  if (input.value !== "" || input.hasAttribute("value")) return input.value;
  return { submit: "Submit", reset: "Reset" }[input.type] ?? "";
}
