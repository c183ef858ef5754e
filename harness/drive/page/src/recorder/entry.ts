/** The recorder's memory of one element: what it looked like, what is in it, what was last told about it. */
import { PAGE_CLIPS, type Clips } from "./geometry";
import type { Look } from "./look";

/** A text node in an entry. `shown` was judged while it held text that can be seen; text that replaces it is judged the same. */
export interface Run {
  readonly text: Text;
  shown: boolean;
  judged: boolean;
}

export const BREAK = Symbol("a line ends here");
export type Kid = Entry | Run | typeof BREAK;

/** What children take from their ancestors. */
export interface Surroundings {
  readonly clips: Clips;
  /** The opaque colour behind; null where a picture or a shade lies behind. */
  readonly backdrop: string | null;
  /** Out of the flow, itself or with an ancestor: it may lie over other things. */
  readonly lifted: boolean;
}

export const PAGE_SURROUNDINGS: Surroundings = { clips: PAGE_CLIPS, backdrop: "rgb(255, 255, 255)", lifted: false };

/** A drawn bar: whether there is anything to see of its track, and how much of that is full. */
export interface Bar {
  readonly hasArea: boolean;
  readonly drawn?: number;
}

export class Entry {
  kids: Kid[] = [];
  look: Look | null = null;
  style: CSSStyleDeclaration | null = null;
  /** What `checkVisibility` last said. */
  rendered = false;
  /** "" for a box or text without a role. */
  role = "";
  /** It has a node of its own; otherwise it is part of the text around it. */
  stands = false;
  /** Its own box (a picture, a control, a bar) is within reach. */
  shown = true;
  around: Surroundings = PAGE_SURROUNDINGS;
  within: Surroundings = PAGE_SURROUNDINGS;
  /** The flush at which it was last looked at. */
  seen = 0;

  // What the teller keeps (nodes.ts).
  stale = false;
  staleBelow = false;
  present = false;
  /** It could be the full part of a bar. */
  fills = false;
  parts = 0;
  id = 0;
  told = "";
  listed: Entry[] = [];
  holder: Entry | null = null;
  /** For a bar whose fill follows its inline width: measured once, read from the style from then on. */
  follows = false;
  bar: Bar | null = null;

  constructor(
    readonly element: Element,
    readonly parent: Entry | null,
    readonly depth: number,
  ) {}

  /** Asks the teller to look at this entry again. */
  touch(): void {
    if (!this.stands && this.parent) return this.parent.touch();
    this.stale = true;
    this.markBelow();
  }

  private markBelow(): void {
    if (this.staleBelow) return;
    this.staleBelow = true;
    this.parent?.markBelow();
  }
}

export function isEntry(kid: Kid): kid is Entry {
  return kid instanceof Entry;
}
