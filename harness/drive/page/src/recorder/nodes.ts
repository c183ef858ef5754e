/** Turns entries into nodes, and tells only what differs from what was told before. */
import { barOf, isFill } from "./bars";
import { BREAK, isEntry, type Bar, type Entry } from "./entry";
import { livenessOf } from "./live";
import { nameOf } from "./names";
import { addStates, drawnText } from "./states";
import { tidy, transformed } from "./text";
import type { ScreenNode } from "./types";

type Part = string | Entry;

export interface Delta {
  set: Record<string, ScreenNode>;
  del: string[];
}

/** Shown by their box alone, without any text. */
const BOXES = new Set([
  "button",
  "checkbox",
  "combobox",
  "listbox",
  "radio",
  "searchbox",
  "slider",
  "spinbutton",
  "switch",
  "textbox",
]);
const CELLS = new Set(["cell", "columnheader", "rowheader", "gridcell"]);
/** Their text is their name; it is not said twice. */
const NAMED_BY_CONTENT = new Set([
  ...CELLS,
  "button",
  "heading",
  "link",
  "menuitem",
  "option",
  "row",
  "switch",
  "tab",
  "tooltip",
  "treeitem",
]);
const CONTROLS = new Set(["checkbox", "radio", "switch", "slider"]);

export class Teller {
  private readonly ids = new WeakMap<Element, number>();
  private last = 0;
  private unlisted: Entry[] = [];

  /** `measure` judges the box of an entry whose content is gone. */
  constructor(private readonly measure: (entry: Entry) => void) {}

  /** Everything that changed in the tree since the last call. */
  tell(root: Entry): Delta {
    this.unlisted = [];
    const drafts = new Map<Entry, Draft>();
    this.prepare(root, drafts);
    const delta: Delta = { set: {}, del: [] };
    this.number(root);
    this.write(root, drafts, delta);
    this.remove(delta);
    return delta;
  }

  /** Ids for nodes that stand for no element. */
  spare(count: number): number[] {
    return Array.from({ length: count }, () => (this.last += 1));
  }

  /** Bottom up, as a box without content is left out of its parent. */
  private prepare(entry: Entry, drafts: Map<Entry, Draft>): void {
    if (!entry.staleBelow) return;
    for (const kid of entry.kids) if (isEntry(kid)) this.prepare(kid, drafts);
    if (!entry.stale) return;
    const draft = draftOf(entry);
    if (draft.parts.length === 0 && entry.parts > 0) this.measure(entry);
    const present = isPresent(entry, draft);
    const fills = isFill(entry);
    if (present !== entry.present || fills !== entry.fills) entry.parent?.touch();
    Object.assign(entry, { present, fills, parts: draft.parts.length });
    if (!present) draft.parts = [];
    drafts.set(entry, draft);
  }

  private write(entry: Entry, drafts: Map<Entry, Draft>, delta: Delta): void {
    if (!entry.staleBelow) return;
    entry.staleBelow = false;
    const draft = drafts.get(entry);
    if (draft) this.writeOne(entry, draft, delta);
    for (const kid of entry.kids) if (isEntry(kid)) this.write(kid, drafts, delta);
  }

  private writeOne(entry: Entry, { node, parts }: Draft, delta: Delta): void {
    entry.stale = false;
    const listed = parts.filter((part): part is Entry => typeof part !== "string");
    node.kids = parts.map((part) => (typeof part === "string" ? part : this.number(part)));
    this.relist(entry, listed);
    if (!entry.present) return;
    const told = JSON.stringify(node);
    if (told === entry.told) return;
    entry.told = told;
    delta.set[String(entry.id)] = node;
  }

  private relist(entry: Entry, listed: Entry[]): void {
    for (const kid of listed) kid.holder = entry;
    const now = new Set(listed);
    for (const kid of entry.listed) {
      if (now.has(kid) || kid.holder !== entry) continue;
      kid.holder = null;
      this.unlisted.push(kid);
    }
    entry.listed = listed;
  }

  private number(entry: Entry): number {
    if (entry.id === 0) {
      entry.id = this.ids.get(entry.element) ?? (this.last += 1);
      this.ids.set(entry.element, entry.id);
    }
    return entry.id;
  }

  /** An element that moved has a new entry with the same number: it was set again and is not gone. */
  private remove(delta: Delta): void {
    const gone = new Set<string>();
    for (const entry of this.unlisted) this.removeOne(entry, gone, delta);
    delta.del = [...gone];
  }

  private removeOne(entry: Entry, gone: Set<string>, delta: Delta): void {
    if (entry.holder !== null) return;
    if (entry.told !== "" && !(String(entry.id) in delta.set)) gone.add(String(entry.id));
    entry.told = "";
    for (const kid of entry.listed) {
      if (kid.holder === entry) kid.holder = null;
      this.removeOne(kid, gone, delta);
    }
    entry.listed = [];
  }
}

interface Draft {
  node: ScreenNode;
  parts: Part[];
  bar?: Bar | null;
}

function draftOf(entry: Entry): Draft {
  const { element, role } = entry;
  const node: ScreenNode = { role: entry.parent ? role || "generic" : "document", kids: [] };
  if (!entry.stands || !entry.look || entry.look.gone) return { node, parts: [] };
  const parts = partsOf(entry);
  const name = nameOf(element, role);
  if (name !== "" && !(NAMED_BY_CONTENT.has(role) && name === wordsOf(parts))) node.name = name;
  addStates(node, element, entry.look.mute);
  const live = livenessOf(element);
  if (live) node.live = live;
  const bar = barOf(entry);
  if (bar?.drawn !== undefined) node.drawn = bar.drawn;
  return { node, parts, bar };
}

function isPresent(entry: Entry, { node, parts, bar }: Draft): boolean {
  if (!entry.parent) return true;
  if (!entry.stands || !entry.look || entry.look.gone) return false;
  if (parts.length > 0 || (CELLS.has(entry.role) && entry.rendered)) return true;
  if (bar) return entry.shown && entry.rendered && bar.hasArea;
  return (
    entry.shown &&
    (BOXES.has(entry.role) || (node.name !== undefined && (entry.role === "img" || entry.role === "link")))
  );
}

/** Runs of text and standing entries, in reading order. */
function partsOf(entry: Entry): Part[] {
  const line = new Line();
  if (entry.shown && !CONTROLS.has(entry.role)) line.add(drawnText(entry.element, entry.look!.placeholder));
  fill(entry, line);
  return line.done();
}

function fill(entry: Entry, line: Line): void {
  const look = entry.look!;
  if (look.gapBefore) line.gap();
  if (look.before && entry.shown) line.add(transformed(look.before, look.letters));
  for (const kid of entry.kids) {
    if (kid === BREAK) line.end();
    else if (!isEntry(kid)) line.add(kid.shown ? transformed(kid.text.data, look.letters) : "");
    else if (kid.stands) line.put(kid);
    else if (kid.look && !kid.look.gone) fill(kid, line);
  }
  if (look.after && entry.shown) line.add(transformed(look.after, look.letters));
  if (look.gapAfter) line.gap();
}

class Line {
  private readonly parts: Part[] = [];
  private text = "";

  add(text: string): void {
    this.text += text;
  }

  gap(): void {
    this.text += " ";
  }

  end(): void {
    const tidied = tidy(this.text);
    if (tidied !== "") this.parts.push(tidied);
    this.text = "";
  }

  put(entry: Entry): void {
    if (!entry.present && isInvisible(entry)) return;
    this.end();
    if (entry.present) this.parts.push(entry);
  }

  done(): Part[] {
    this.end();
    return this.parts;
  }
}

/** Nothing of it is laid out in the line, so that it does not break the text around it. */
function isInvisible(entry: Entry): boolean {
  return entry.look === null || entry.look.position === "absolute" || entry.look.position === "fixed";
}

function wordsOf(parts: Part[]): string {
  return tidy(parts.map((part) => (typeof part === "string" ? part : wordsOf(partsOf(part)))).join(" "));
}
