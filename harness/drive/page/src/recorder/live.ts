/** Live regions: what a screen reader is given to say, seen or not. */
import { flatChildren, flatParent } from "./flat";
import { isUnspoken, spokenText } from "./names";
import { tidy } from "./text";
import type { AnnouncementRecord } from "./types";

export type Politeness = AnnouncementRecord["politeness"];

const REGIONS = "[aria-live],[role=status],[role=alert],[role=log],[role=timer],[role=marquee],output";
const IMPLIED: Record<string, Politeness | undefined> = { status: "polite", log: "polite", alert: "assertive" };

/** How a region speaks up; null where it does not. */
export function livenessOf(element: Element): Politeness | null {
  const stated = element.getAttribute("aria-live");
  if (stated === "polite" || stated === "assertive") return stated;
  if (stated === "off") return null;
  const role = element.getAttribute("role");
  return IMPLIED[role ?? (element.localName === "output" ? "status" : "")] ?? null;
}

/** Status and alert are read as a whole, others only by what is new, unless they say otherwise. */
function isAtomic(element: Element): boolean {
  const stated = element.getAttribute("aria-atomic");
  if (stated) return stated === "true";
  const role = element.getAttribute("role");
  return role === "status" || role === "alert" || (!role && element.localName === "output");
}

interface Region {
  /** When it came into the accessibility tree. */
  since_ms: number;
  whole: string;
  /** The text of each node, to tell what is new. */
  pieces: Map<Node, string>;
}

export class LiveRegions {
  private regions = new Map<Element, Region>();
  private started = false;

  constructor(private readonly emit: (record: AnnouncementRecord) => void) {}

  /** Compares every live region with what it said before. What is there at the start is not announced. */
  compare(roots: Iterable<Document | ShadowRoot>, atMs: number): void {
    const known = this.regions;
    this.regions = new Map();
    for (const root of roots) {
      for (const element of root.querySelectorAll(REGIONS)) this.compareOne(element, known.get(element), atMs);
    }
    this.started = true;
  }

  /** Whether an element is in a region known so far, or is one. */
  concerns(element: Element): boolean {
    if (this.regions.size === 0) return false;
    for (let at: Element | null = element; at; at = flatParent(at)) if (this.regions.has(at)) return true;
    return false;
  }

  private compareOne(element: Element, before: Region | undefined, atMs: number): void {
    const politeness = livenessOf(element);
    if (politeness === null || isOutOfReach(element)) return;
    if (element.getAttribute("aria-busy") === "true" && before) return void this.regions.set(element, before);
    const pieces = piecesOf(element);
    const region = { since_ms: before?.since_ms ?? atMs, whole: tidy([...pieces.values()].join(" ")), pieces };
    this.regions.set(element, region);
    const text = this.news(element, before, region);
    if (text !== "" && this.started)
      this.emit({ record: "announcement", at_ms: atMs, politeness, text, existed_before: region.since_ms < atMs });
  }

  private news(element: Element, before: Region | undefined, region: Region): string {
    if (region.whole === (before?.whole ?? "")) return "";
    if (isAtomic(element)) return tidy(spokenText(element));
    const added = [...region.pieces]
      .filter(([node, text]) => before?.pieces.get(node) !== text)
      .map(([, text]) => text);
    return tidy(added.join(" "));
  }
}

function isOutOfReach(element: Element): boolean {
  for (let at: Element | null = element; at; at = flatParent(at)) if (isUnspoken(at)) return true;
  return false;
}

function piecesOf(element: Element): Map<Node, string> {
  const pieces = new Map<Node, string>();
  gather(element, pieces);
  return pieces;
}

function gather(element: Element, pieces: Map<Node, string>): void {
  for (const child of Array.from(flatChildren(element))) {
    if (child.nodeType === Node.TEXT_NODE) keep(child, (child as Text).data, pieces);
    else if (child.nodeType === Node.ELEMENT_NODE) gatherElement(child as Element, pieces);
  }
}

function gatherElement(element: Element, pieces: Map<Node, string>): void {
  if (isUnspoken(element)) return;
  const label =
    element.getAttribute("aria-label") ?? (element.localName === "img" ? element.getAttribute("alt") : null);
  if (label) keep(element, label, pieces);
  else gather(element, pieces);
}

function keep(node: Node, text: string, pieces: Map<Node, string>): void {
  const tidied = tidy(text);
  if (tidied !== "") pieces.set(node, tidied);
}
