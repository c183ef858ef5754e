/**
 * The tree of entries: which elements are rendered, what hides their text, what is in them.
 *
 * Two tiers keep it fast. The cheap one (`recheck`) asks every leaf `checkVisibility`, which sees display, visibility, opacity
 * and content-visibility through all ancestors and slots; it runs when elements came or went or any attribute changed that a
 * selector may look at. The slow one (`look`) reads computed styles and measures; it runs for new elements and for those that
 * a changed attribute can reach (its own subtree, and what follows it if a style sheet has sibling selectors; everything if one has
 * `:has()` or cannot be read). Text that replaces visible text is visible without a look: neither selectors nor clips know
 * what a text says, only whether there is any (`:empty`), and that is watched.
 */
import { coveredBy, isOverlay } from "./covered";
import { BREAK, Entry, isEntry, type Kid, type Run, type Surroundings } from "./entry";
import { everyChild, flatChildren, shadowOf } from "./flat";
import { clipOn, clipsWithin, Ruler, type Clip } from "./geometry";
import { lookAt, type Enabled, type Look } from "./look";
import { roleOf } from "./roles";
import { backdropHides } from "./backdrop";
import { borrowsName } from "./names";
import { isBlank } from "./text";

const RENDERED = { opacityProperty: true, visibilityProperty: true };
const PRESENT = { opacityProperty: true };

/** Elements that show something without any text in them. */
const SELF_SHOWN = new Set([
  "img",
  "button",
  "link",
  "checkbox",
  "combobox",
  "listbox",
  "meter",
  "progressbar",
  "radio",
  "searchbox",
  "slider",
  "spinbutton",
  "switch",
  "textbox",
]);

export class Tree {
  readonly entries = new WeakMap<Element, Entry>();
  readonly ruler: Ruler;
  /** Controls whose value may change without any mutation. */
  readonly controls = new Set<Entry>();
  /** Elements whose name may come from another. */
  readonly borrowers = new Set<Entry>();
  readonly overlays = new Set<Entry>();
  root: Entry;
  private flush = 0;

  constructor(
    private readonly document: Document,
    private readonly enabled: Enabled,
    private readonly found: (shadow: ShadowRoot) => void,
  ) {
    this.ruler = new Ruler(document);
    this.root = new Entry(document.body, null, 0);
  }

  /** Begins a flush: what was measured before no longer holds. */
  begin(): void {
    this.flush += 1;
    this.ruler.forget();
  }

  /** Builds everything anew. */
  build(): void {
    this.drop(this.root);
    this.root = new Entry(this.document.body, null, 0);
    this.entries.set(this.document.body, this.root);
    this.look(this.root);
  }

  of(node: Node): Entry | undefined {
    return this.entries.get(node as Element);
  }

  /** Still part of the tree. */
  holds(entry: Entry): boolean {
    return this.entries.get(entry.element) === entry;
  }

  wasLooked(entry: Entry): boolean {
    return entry.seen === this.flush;
  }

  /** The slow tier, for an element and everything in it. */
  look(entry: Entry): void {
    if (entry.seen === this.flush) return;
    this.lookAgain(entry);
  }

  /** The cheap tier: finds entries that appeared or disappeared. */
  recheck(entry: Entry, changed: Entry[]): void {
    if (isLeaf(entry) && this.isRendered(entry.element) !== entry.rendered) {
      changed.push(entry);
      return;
    }
    for (const kid of entry.kids) if (isEntry(kid)) this.recheck(kid, changed);
  }

  /** Children came, went or moved: new ones are looked at, the others kept. */
  arrange(entry: Entry): void {
    if (entry.seen === this.flush || !entry.look || this.isHidden(entry)) return;
    const before = new Set(entry.kids.filter(isEntry));
    entry.kids = this.kidsOf(entry, before);
    for (const gone of before) this.drop(gone);
    entry.touch();
  }

  /** A script set its width or moved it. A bar's fill has nothing in it to hide; anything else is looked at again. */
  resize(entry: Entry): void {
    if (
      entry.role === "" &&
      entry.look?.painted &&
      entry.rendered &&
      !entry.look.gone &&
      entry.kids.every((kid) => kid === BREAK || (!isEntry(kid) && !kid.judged))
    ) {
      entry.touch();
      entry.parent?.touch();
    } else this.look(entry);
  }

  /** An attribute says something else about it, perhaps that it is something else. */
  restate(entry: Entry): void {
    if (entry.look && (roleOf(entry.element) ?? "") !== entry.role) this.look(entry);
    else entry.touch();
  }

  /** A text was written: judge it if it had nothing to be judged by. */
  rewrite(entry: Entry): void {
    for (const kid of entry.kids) {
      if (kid === BREAK || isEntry(kid) || (kid.judged && kid.shown)) continue;
      this.judge(kid, entry);
    }
    entry.touch();
  }

  /** Text and pictures under an opaque overlay are hidden by it; judged again for all, as an overlay may have come or gone. */
  judgeAll(entry: Entry): void {
    const wasShown = entry.shown;
    let changed = false;
    this.judgeBox(entry);
    for (const kid of entry.kids) {
      if (kid === BREAK) continue;
      if (isEntry(kid)) this.judgeAll(kid);
      else {
        const before = kid.shown;
        this.judge(kid, entry);
        changed ||= before !== kid.shown;
      }
    }
    if (changed || wasShown !== entry.shown) entry.touch();
  }

  private lookAgain(entry: Entry): void {
    const { element } = entry;
    entry.seen = this.flush;
    this.controls.delete(entry);
    this.borrowers.delete(entry);
    this.overlays.delete(entry);
    entry.rendered = this.isRendered(element);
    entry.style ??= getComputedStyle(element);
    const open = entry.rendered || this.mayHoldVisible(element, entry.style) || !this.enabled.rendered;
    entry.look = open ? lookAt(element, entry.style, this.enabled) : null;
    this.settle(entry);
    entry.touch();
    entry.parent?.touch();
  }

  private settle(entry: Entry): void {
    const before = new Set(entry.kids.filter(isEntry));
    entry.kids = [];
    if (entry.look && !this.isHidden(entry)) this.settleShown(entry, entry.look, before);
    for (const gone of before) this.drop(gone);
  }

  private settleShown(entry: Entry, look: Look, before: Set<Entry>): void {
    const role = roleOf(entry.element);
    entry.role = role ?? "";
    entry.stands = entry.parent === null || (role !== null && (role !== "" || !look.inline || look.badge));
    entry.within = this.within(entry, look);
    if (/^(INPUT|TEXTAREA|SELECT)$/.test(entry.element.tagName)) this.controls.add(entry);
    if (borrowsName(entry.element)) this.borrowers.add(entry);
    if (this.enabled.covered && isOverlay(entry)) this.overlays.add(entry);
    this.judgeBox(entry);
    entry.follows = false;
    if (entry.parent) entry.parent.follows = false;
    entry.kids = this.kidsOf(entry, before);
  }

  private within(entry: Entry, look: Look): Surroundings {
    const { around, element, style } = entry;
    const clips = clipsWithin(element, around.clips, style!, look.position, look.traps);
    const backdrop =
      look.opaque && style!.backgroundImage === "none" ? look.background : look.painted ? null : around.backdrop;
    const lifted = around.lifted || look.position === "absolute" || look.position === "fixed";
    if (clips === around.clips && backdrop === around.backdrop && lifted === around.lifted) return around;
    return { clips, backdrop, lifted };
  }

  private kidsOf(entry: Entry, before: Set<Entry>): Kid[] {
    const kids: Kid[] = [];
    const children = this.enabled.flat ? flatChildren(entry.element) : everyChild(entry.element);
    const shadow = shadowOf(entry.element);
    if (shadow) this.found(shadow);
    for (let index = 0; index < children.length; index += 1) {
      const child = children[index]!;
      if (child.nodeType === Node.TEXT_NODE) kids.push(this.run(child as Text, entry));
      else if (child.nodeType !== Node.ELEMENT_NODE) continue;
      else if ((child as Element).localName === "br") kids.push(BREAK);
      else kids.push(this.kid(child as Element, entry, before));
    }
    return kids;
  }

  private kid(element: Element, parent: Entry, before: Set<Entry>): Entry {
    let kid = this.entries.get(element);
    const kept = kid && before.delete(kid);
    if (!kid || !kept) {
      kid = new Entry(element, parent, parent.depth + 1);
      this.entries.set(element, kid);
    }
    if (!kept || parent.seen === this.flush || kid.around !== parent.within) {
      kid.around = parent.within;
      this.lookAgain(kid);
    }
    return kid;
  }

  private run(text: Text, entry: Entry): Run {
    const runs =
      entry.seen === this.flush ? [] : entry.kids.filter((kid): kid is Run => kid !== BREAK && !isEntry(kid));
    const run = runs.find((one) => one.text === text) ?? successor(text, runs) ?? { text, shown: false, judged: false };
    if (!run.judged || !run.shown) this.judge(run, entry);
    return run;
  }

  private judge(run: Run, entry: Entry): void {
    const { look } = entry;
    run.judged = !isBlank(run.text.data);
    run.shown = !run.judged || (look !== null && !look.mute && this.isTextSeen(run.text, entry, look));
  }

  private isTextSeen(text: Text, entry: Entry, look: Look): boolean {
    const { geometry, covered, backdrop } = this.enabled;
    const samePaint = backdrop && look.colour === entry.within.backdrop;
    if (!geometry && !samePaint && this.overlays.size === 0) return true;
    const box = this.ruler.textBox(text);
    if (geometry && !this.ruler.reachable(box, this.clipFor(entry, look))) return false;
    if (samePaint && backdropHides(entry, box, look.colour)) return false;
    return !covered || !coveredBy(this.overlays, entry.element, box);
  }

  private clipFor(entry: Entry, look: Look): Clip {
    return look.inline && look.position === "static" ? entry.around.clips.flow : entry.within.clips.flow;
  }

  /** Whether its own box can be seen, for what shows without any text. */
  judgeBox(entry: Entry): void {
    const { look } = entry;
    if (!look || !(SELF_SHOWN.has(entry.role) || look.before || look.after)) return;
    const box = this.ruler.box(entry.element);
    const reachable = !this.enabled.geometry || this.ruler.reachable(box, clipOn(entry.around.clips, look.position));
    entry.shown =
      (entry.rendered || !this.enabled.rendered) &&
      reachable &&
      !(this.enabled.covered && coveredBy(this.overlays, entry.element, box));
  }

  private isHidden(entry: Entry): boolean {
    return entry.look === null || entry.look.gone;
  }

  private isRendered(element: Element): boolean {
    return element.checkVisibility(RENDERED);
  }

  /** No box of its own, or an invisible one, does not mean that its children have none. */
  private mayHoldVisible(element: Element, style: CSSStyleDeclaration): boolean {
    if (style.display === "contents") return true;
    return style.visibility !== "visible" && element.checkVisibility(PRESENT);
  }

  private drop(entry: Entry): void {
    this.controls.delete(entry);
    this.borrowers.delete(entry);
    this.overlays.delete(entry);
    if (this.entries.get(entry.element) === entry) this.entries.delete(entry.element);
    for (const kid of entry.kids) if (isEntry(kid)) this.drop(kid);
  }
}

/** A text node in place of one that was visible and is gone (`textContent = ...`) is as visible: to measure it costs a layout. */
function successor(text: Text, runs: Run[]): Run | null {
  const gone = runs.findIndex((run) => run.judged && run.text.parentNode === null);
  if (gone < 0 || isBlank(text.data) || runs.some((run) => !run.shown)) return null;
  runs.splice(gone, 1);
  return { text, shown: true, judged: true };
}

/** Has something that only its own `checkVisibility` speaks for. */
function isLeaf(entry: Entry): boolean {
  return entry.kids.length === 0 || entry.kids.some((kid) => !isEntry(kid) || !kid.rendered);
}
