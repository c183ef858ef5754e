/** What the recorder stores: records, and the nodes in them. */

/** One thing that a person could perceive. `kids` holds runs of text and the numbers of nodes, in reading order. */
export interface ScreenNode {
  role: string;
  kids: (string | number)[];
  /** Its accessible name, where that is not just the text in it. */
  name?: string;
  value?: { now?: number; min?: number; max?: number; text?: string };
  level?: number;
  enabled?: false;
  /** Ticked, pressed or chosen (a tab, an option). */
  checked?: boolean | "mixed";
  expanded?: boolean;
  current?: string;
  href?: string;
  live?: string;
  /** Only for a drawn bar: how much of it is drawn as full, from 0 to 1. */
  drawn?: number;
}

export interface ScreenRecord {
  record: "screen";
  at_ms: number;
  set: Record<string, ScreenNode>;
  del: string[];
  url?: string;
  title?: string;
  /** The language that the document says it is in. */
  lang?: string;
  focus?: string | null;
}

export interface AnnouncementRecord {
  record: "announcement";
  at_ms: number;
  politeness: "polite" | "assertive";
  text: string;
  existed_before: boolean;
}

/** The ways of hiding that can be switched off one by one, so that a test can see what each is worth. */
export const CHECKS = [
  "flat", // not in the rendered tree: template, unslotted, fallback content, a closed details' text
  "rendered", // display, visibility, opacity, content-visibility, hidden, closed dialogs and popovers
  "skipped", // text right inside an element with content-visibility: hidden
  "filter",
  "clip",
  "clip-path",
  "mask",
  "backface",
  "colour",
  "backdrop", // text in the colour of what lies behind it
  "pseudo", // the same ways, for generated content and placeholders
  "geometry", // no area is left: clipped away, scaled to nothing, moved where no scrolling leads
  "covered",
] as const;
export type Check = (typeof CHECKS)[number];
