/** Notices what may have changed, without looking at it: looking is for when the page has settled. */
import { closedRoots, flatParent, shadowOf } from "./flat";
import type { Styles } from "./styles";

const NativeObserver = MutationObserver;

/** What the next flush has to look at. */
export interface Marks {
  /** Children came, went or moved. */
  readonly arranged: Set<Element>;
  /** Text was written. */
  readonly written: Set<Element>;
  /** Styles may differ, for it and all in it. */
  readonly restyled: Set<Element>;
  /** Its width or transform was set on itself. */
  readonly resized: Set<Element>;
  /** Only what it states differs. */
  readonly restated: Set<Element>;
  everything: boolean;
  /** Elements may have appeared or disappeared anywhere. */
  recheck: boolean;
}

export function noMarks(): Marks {
  return {
    arranged: new Set(),
    written: new Set(),
    restyled: new Set(),
    resized: new Set(),
    restated: new Set(),
    everything: false,
    recheck: false,
  };
}

const OBSERVED: MutationObserverInit = {
  subtree: true,
  childList: true,
  characterData: true,
  characterDataOldValue: true,
  attributes: true,
  attributeOldValue: true,
};
/** Attributes that HTML itself gives looks to. */
const WEIGHTY = new Set([
  "class",
  "id",
  "hidden",
  "open",
  "dir",
  "lang",
  "type",
  "popover",
  "inert",
  "disabled",
  "width",
  "height",
  "align",
  "color",
  "bgcolor",
  "size",
  "cols",
  "rows",
  "multiple",
  "placeholder",
  "src",
  "media",
  "rel",
  "fill",
  "visibility",
  "display",
  "opacity",
  "clip-path",
  "mask",
  "filter",
]);
/** What a screen reader is given may differ. */
const SPOKEN = new Set(["aria-live", "aria-hidden", "aria-busy"]);
const PLACED = new Set(["slot", "name"]);
const SHEETS = new Set(["STYLE", "LINK"]);
/** Happenings after which styles may differ though no element changed. */
const RESTYLING = ["focusin", "focusout", "mouseover", "mousedown", "mouseup", "resize", "hashchange"];

export class Observer {
  private readonly observer: MutationObserver;
  private pending: MutationRecord[] = [];
  private readonly roots = new Set<Document | ShadowRoot>();
  private shadowed: Element[] = [];
  private happened = noMarks();
  private readonly listeners: [type: string, react: (event: Event) => void][] = [];
  private restore = (): void => undefined;

  constructor(
    private readonly window: Window & typeof globalThis,
    private readonly styles: Styles,
    private readonly notice: () => void = () => undefined,
  ) {
    this.observer = new NativeObserver((records) => {
      this.pending.push(...records);
      this.notice();
    });
    for (const type of RESTYLING) this.react(type, () => void (this.happened.everything = true));
    for (const type of ["toggle", "beforetoggle"]) this.react(type, () => void (this.happened.recheck = true));
    this.react("load", (event) => void (this.happened.everything ||= SHEETS.has((event.target as Element).tagName)));
    this.listen();
    this.watchShadows();
  }

  /** Observes a document or shadow root, once. */
  watch(root: Document | ShadowRoot): void {
    if (this.roots.has(root)) return;
    this.roots.add(root);
    this.observer.observe(root, OBSERVED);
  }

  /** The documents and shadow roots observed, without those that left the page. */
  watched(): Set<Document | ShadowRoot> {
    for (const root of this.roots) if (!root.isConnected) this.roots.delete(root);
    return this.roots;
  }

  /** Whether anything was noticed since the last `take`. */
  noticed(): boolean {
    this.pending.push(...this.observer.takeRecords());
    return this.pending.length > 0 || this.shadowed.length > 0 || this.happened.everything || this.happened.recheck;
  }

  /** What was noticed, sorted by what has to be done about it. */
  take(): Marks {
    this.pending.push(...this.observer.takeRecords());
    const marks = this.happened;
    for (const host of this.shadowed) marks.restyled.add(host);
    for (const record of this.pending) this.mark(record, marks);
    this.pending = [];
    this.shadowed = [];
    this.happened = noMarks();
    return marks;
  }

  /** Begins again with another document. */
  forget(): void {
    this.listen();
    this.observer.disconnect();
    this.roots.clear();
    this.pending = [];
    this.shadowed = [];
    this.happened = noMarks();
  }

  stop(): void {
    this.forget();
    for (const [type, react] of this.listeners) this.window.removeEventListener(type, react, { capture: true });
    this.restore();
  }

  private react(type: string, mark: (event: Event) => void): void {
    this.listeners.push([
      type,
      (event) => {
        mark(event);
        this.notice();
      },
    ]);
  }

  /** Again after each new document: `document.open()` takes every listener away. */
  private listen(): void {
    for (const [type, react] of this.listeners)
      this.window.addEventListener(type, react, { capture: true, passive: true });
  }

  /** A shadow root that is attached to an element already on the page causes no mutation; a closed one is seen only here. */
  private watchShadows(): void {
    const { prototype } = this.window.Element;
    const native = prototype.attachShadow;
    const noticing = new Proxy(native, {
      apply: (target, host: Element, [init]: [ShadowRootInit]) => {
        const shadow = Reflect.apply(target, host, [init]);
        if (init.mode === "closed") closedRoots.set(host, shadow);
        if (host.isConnected) this.shadowed.push(host);
        this.notice();
        return shadow;
      },
    });
    prototype.attachShadow = noticing;
    this.restore = () => {
      if (prototype.attachShadow === noticing) prototype.attachShadow = native;
    };
  }

  private mark(record: MutationRecord, marks: Marks): void {
    if (record.type === "characterData") this.markText(record, marks);
    else if (record.type === "childList") this.markChildren(record, marks);
    else this.markAttribute(record.target as Element, record.attributeName!, record.oldValue, marks);
  }

  private markText({ target, oldValue }: MutationRecord, marks: Marks): void {
    const parent = flatParent(target);
    if (!parent) return;
    if (parent.tagName === "STYLE") marks.everything = true;
    else marks.written.add(parent);
    if (oldValue === "" || (target as Text).data === "") marks.recheck = true;
  }

  private markChildren({ target, addedNodes, removedNodes, nextSibling }: MutationRecord, marks: Marks): void {
    const element = target instanceof ShadowRoot ? target.host : (target as Element);
    if (element.nodeType !== Node.ELEMENT_NODE) return;
    if (element.tagName === "STYLE" || hasSheet(addedNodes) || hasSheet(removedNodes)) marks.everything = true;
    marks.arranged.add(element);
    const shadow = shadowOf(element);
    if (shadow && target === element) for (const slot of shadow.querySelectorAll("slot")) marks.arranged.add(slot);
    if (hasElement(addedNodes) || hasElement(removedNodes)) this.markNeighbours(addedNodes, nextSibling, marks);
    // Text in place of text changes no selector's mind; but some ask whether there is any (`:empty`).
    else if (isEmptied(target.childNodes.length, addedNodes.length, removedNodes.length)) marks.recheck = true;
  }

  /** What was moved has other siblings before it, and so has what follows. */
  private markNeighbours(added: NodeList, next: Node | null, marks: Marks): void {
    this.reachFrom(next, marks);
    if (this.styles.reachesSiblings === 0) return;
    for (const node of added) if (node.nodeType === Node.ELEMENT_NODE) marks.restyled.add(node as Element);
  }

  private markAttribute(element: Element, name: string, before: string | null, marks: Marks): void {
    if (before === element.getAttribute(name)) return;
    if (SHEETS.has(element.tagName)) marks.everything = true;
    else if (name === "style") this.markStyle(element, before, marks);
    else if (PLACED.has(name)) this.markPlace(element, marks);
    else if (WEIGHTY.has(name) || this.styles.mentions(name)) this.reach(element, marks);
    else if (name === "role") marks.restyled.add(element);
    else marks.restated.add(element);
    if (SPOKEN.has(name)) marks.recheck = true;
  }

  private markStyle(element: Element, before: string | null, marks: Marks): void {
    const sized = sameButSize(before ?? "", element.getAttribute("style") ?? "");
    if (sized && !this.styles.mentions("style")) marks.resized.add(element);
    else this.reach(element, marks);
  }

  private markPlace(element: Element, marks: Marks): void {
    const host = element.localName === "slot" ? (element.getRootNode() as ShadowRoot).host : element.parentElement;
    if (host && shadowOf(host)) marks.restyled.add(host);
    else marks.restated.add(element);
  }

  private reach(element: Element, marks: Marks): void {
    marks.restyled.add(element);
    this.reachFrom(element.nextSibling, marks);
  }

  /** Something changed right before this sibling: what follows may look different, and anything may appear or disappear. */
  private reachFrom(sibling: Node | null, marks: Marks): void {
    marks.recheck = true;
    if (this.styles.reachesAll) marks.everything = true;
    let left = this.styles.reachesSiblings;
    for (let next = sibling; next && left > 0; next = next.nextSibling) {
      if (next.nodeType !== Node.ELEMENT_NODE) continue;
      marks.restyled.add(next as Element);
      left -= 1;
    }
  }
}

function hasSheet(nodes: NodeList): boolean {
  for (const node of nodes)
    if (SHEETS.has((node as Element).tagName) || (node as Element).querySelector?.("style,link")) return true;
  return false;
}

/** It has children now and had none, or the other way round. */
function isEmptied(now: number, added: number, removed: number): boolean {
  return now === 0 || now - added + removed <= 0;
}

function hasElement(nodes: NodeList): boolean {
  for (const node of nodes) if (node.nodeType === Node.ELEMENT_NODE) return true;
  return false;
}

/** Whether two inline styles differ only in how wide a thing is or where it was moved to: how scripts drive a bar. */
export function sameButSize(before: string, after: string): boolean {
  const rest = (style: string): string =>
    style.replace(/(^|;)\s*(width|transform|inset-inline-end)\s*:[^;]*/g, "").replace(/[;\s]/g, "");
  return rest(before) === rest(after);
}
