/** Keeps the tree of entries in step with the page, and emits what differs. */
import type { Entry } from "./entry";
import { flatParent, focused } from "./flat";
import { LiveRegions } from "./live";
import type { Enabled } from "./look";
import { borrowsName } from "./names";
import { Teller } from "./nodes";
import { Observer, type Marks } from "./observe";
import { controlState } from "./states";
import { holdStill } from "./still";
import { Styles } from "./styles";
import { Tree } from "./tree";
import type { AnnouncementRecord, ScreenNode, ScreenRecord } from "./types";

export interface RecorderOptions {
  readonly window: Window;
  /** Virtual milliseconds of the trial. */
  readonly now: () => number;
  readonly emit: (record: ScreenRecord | AnnouncementRecord) => void;
  /** Called when something may have changed; not told, it is found by asking `dirty`. */
  readonly noticed?: () => void;
}

/** What is told of a document beside its tree. */
type Outside = Pick<ScreenRecord, "url" | "title" | "lang" | "focus">;

export class Recorder {
  private readonly window: Window & typeof globalThis;
  private readonly styles = new Styles();
  private readonly observer: Observer;
  private document: Document;
  private tree: Tree | null = null;
  private teller: Teller | null = null;
  private live: LiveRegions;
  private values = new WeakMap<Element, string>();
  private address = { href: "", path: "" };
  private told = { url: "", title: "", lang: "", focus: null as string | null };

  constructor(
    private readonly options: RecorderOptions,
    private readonly enabled: Enabled,
  ) {
    this.window = options.window as Window & typeof globalThis;
    this.document = this.window.document;
    this.live = new LiveRegions(options.emit);
    this.observer = new Observer(this.window, this.styles, options.noticed);
    this.observer.watch(this.document);
  }

  dirty(): boolean {
    if (this.isNewDocument()) return true;
    return this.observer.noticed() || this.controlsChanged() || this.outsideChanged();
  }

  flush(): void {
    if (this.isNewDocument()) this.begin();
    else if (this.tree) this.follow(this.tree);
  }

  snapshotWhole(): void {
    this.begin();
  }

  stop(): void {
    this.observer.stop();
  }

  private isNewDocument(): boolean {
    const { document } = this.window;
    return document.body !== null && (document !== this.document || this.tree?.root.element !== document.body);
  }

  /** The first record of a document: all of it. */
  private begin(): void {
    this.document = this.window.document;
    if (!this.document.body) return;
    this.observer.forget();
    this.observer.watch(this.document);
    this.live = new LiveRegions(this.options.emit);
    this.told = { url: "", title: "", lang: "", focus: null };
    const tree = new Tree(this.document, this.enabled, (shadow) => this.observer.watch(shadow));
    this.tree = tree;
    this.teller = new Teller((entry) => tree.judgeBox(entry));
    holdStill(this.document);
    this.tree.begin();
    this.tree.build();
    this.finish(this.tree, this.tree.overlays.size > 0);
    this.live.compare(this.observer.watched(), this.options.now());
    // The shadow roots are known only now.
    this.styles.refresh(this.observer.watched());
  }

  private follow(tree: Tree): void {
    holdStill(this.document);
    tree.begin();
    const marks = this.observer.take();
    if (this.styles.refresh(this.observer.watched())) marks.everything = true;
    const before = [...tree.overlays];
    this.apply(marks, tree);
    const overlaid =
      before.length !== tree.overlays.size ||
      [...tree.overlays].some((entry) => !before.includes(entry) || tree.wasLooked(entry));
    this.finish(tree, overlaid);
    if (this.mayAnnounce(marks)) this.live.compare(this.observer.watched(), this.options.now());
  }

  private apply(marks: Marks, tree: Tree): void {
    if (marks.everything) return tree.look(tree.root);
    each(marks.arranged, tree, (entry) => tree.arrange(entry));
    const looked: Entry[] = [];
    each(marks.restyled, tree, (entry) => looked.push(entry));
    if (marks.recheck) tree.recheck(tree.root, looked);
    for (const entry of looked.sort((one, other) => one.depth - other.depth)) if (tree.holds(entry)) tree.look(entry);
    each(marks.resized, tree, (entry) => tree.resize(entry));
    each(marks.written, tree, (entry) => tree.rewrite(entry));
    each(marks.restated, tree, (entry) => tree.restate(entry));
    for (const element of marks.restated) if (element.localName === "option") this.touchSelect(element, tree);
  }

  private touchSelect(option: Element, tree: Tree): void {
    const select = option.closest("select");
    if (select) tree.of(select)?.touch();
  }

  private finish(tree: Tree, overlaid: boolean): void {
    if (overlaid) tree.judgeAll(tree.root);
    this.takeControls(tree);
    this.touchBorrowers(tree);
    const { set, del } = this.teller!.tell(tree.root);
    const outside = this.outside(tree);
    const atMs = this.options.now();
    if (Object.keys(set).length > 0 || del.length > 0 || Object.keys(outside).length > 0) {
      this.options.emit({ record: "screen", at_ms: atMs, set, del, ...outside });
    }
  }

  /** Regions come, go or are uncovered with elements and styles; otherwise only what was written in one matters. */
  private mayAnnounce(marks: Marks): boolean {
    if (marks.everything || marks.recheck || marks.restyled.size > 0) return true;
    return [marks.written, marks.arranged, marks.restated].some((touched) =>
      [...touched].some((element) => this.live.concerns(element)),
    );
  }

  private takeControls(tree: Tree): void {
    for (const entry of tree.controls) {
      const value = controlState(entry.element);
      if (this.values.get(entry.element) === value) continue;
      this.values.set(entry.element, value);
      entry.touch();
    }
  }

  private controlsChanged(): boolean {
    for (const { element } of this.tree?.controls ?? [])
      if (this.values.get(element) !== controlState(element)) return true;
    return false;
  }

  /** Those named by another element, whose text may have changed. */
  private touchBorrowers(tree: Tree): void {
    for (const entry of tree.borrowers) if (borrowsName(entry.element)) entry.touch();
  }

  private outsideChanged(): boolean {
    const { url, title, lang, focus } = this.told;
    const { document } = this;
    if (url !== this.url() || title !== document.title || lang !== document.documentElement.lang) return true;
    return focus !== (this.tree ? this.focus(this.tree) : null);
  }

  private outside(tree: Tree): Outside {
    const { title, documentElement } = this.document;
    const now = { url: this.url(), title, lang: documentElement.lang, focus: this.focus(tree) };
    const changed: Outside = {};
    if (now.url !== this.told.url) changed.url = now.url;
    if (now.title !== this.told.title) changed.title = now.title;
    if (now.lang !== this.told.lang) changed.lang = now.lang;
    if (now.focus !== this.told.focus) changed.focus = now.focus;
    this.told = now;
    return changed;
  }

  /** Without the origin, which says where the harness serves the page and not where in the app one is. */
  private url(): string {
    const { location } = this.window;
    const { href } = location;
    if (href !== this.address.href) this.address = { href, path: location.pathname + location.search + location.hash };
    return this.address.path;
  }

  private focus(tree: Tree): string | null {
    const element = focused(this.document);
    if (!element || element === this.document.body) return null;
    return idIn(tree, element) ?? String(tree.root.id);
  }

  /** The id of the node that stands for an element on the screen: its own, or that of what it is part of. */
  idOf(element: Element): string | null {
    return this.tree ? idIn(this.tree, element) : null;
  }

  /** Whether something of the element is on the screen. */
  shows(element: Element): boolean {
    return this.tree?.of(element)?.present ?? false;
  }

  /** What the browser itself asks over the page: there, and gone again when it is answered. Returns the buttons' ids. */
  flash(text: string, buttons: readonly string[]): string[] {
    if (!this.tree?.root.told) return [];
    const { id, told } = this.tree.root;
    const page = JSON.parse(told) as ScreenNode;
    const [dialog, ...ids] = this.teller!.spare(buttons.length + 1);
    const set: Record<string, ScreenNode> = {
      [id]: { ...page, kids: [...page.kids, dialog!] },
      [dialog!]: { role: "alertdialog", kids: [text, ...ids] },
    };
    for (const [index, button] of buttons.entries()) set[ids[index]!] = { role: "button", kids: [button] };
    const at_ms = this.options.now();
    this.options.emit({ record: "screen", at_ms, set, del: [] });
    this.options.emit({ record: "screen", at_ms, set: { [id]: page }, del: [dialog!, ...ids].map(String) });
    return ids.map(String);
  }
}

function idIn(tree: Tree, element: Element): string | null {
  for (let at: Element | null = element; at; at = flatParent(at)) {
    const entry = tree.of(at);
    if (entry?.present && entry.parent) return String(entry.id);
  }
  return null;
}

/** Entries are looked up one by one, as acting on one may replace others. */
function each(elements: Iterable<Element>, tree: Tree, act: (entry: Entry) => void): void {
  for (const element of elements) {
    const entry = tree.of(element);
    if (entry) act(entry);
  }
}
