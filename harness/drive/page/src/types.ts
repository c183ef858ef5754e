/** What Python and the page tell each other. Every time is whole milliseconds from the trial's start. */

export interface Profile {
  readonly rtt_ms: number;
  readonly down_bps: number | null;
  readonly up_bps: number | null;
}

type OfLink = "offline" | "drop" | "blackhole" | "slow" | "reset" | "refused" | "trickle";
type AtTheServer = "lost_response" | "http";
/** Carried out before anything reaches the page. */
type InStream = "buffered" | "replayed" | "reordered" | "gap" | "server_restart";
export type Kind = OfLink | AtTheServer | InStream;

export interface Fault {
  readonly kind: Kind;
  readonly at_ms: number;
  readonly end_ms: number | null;
  readonly profile?: Profile;
  readonly method?: string | null;
  readonly match?: string | null;
  readonly nth?: number | null;
  readonly count?: number | null;
  readonly status?: number;
  readonly headers?: Record<string, string>;
  readonly body?: string;
  readonly bytes?: number;
  readonly every_ms?: number;
}

/** Given once for each document, before any script of the page runs. */
export interface BeginConfig {
  /** The number of its tab. */
  readonly tab: number;
  readonly now_ms: number;
  readonly epoch_ms: number;
  readonly seed: number;
  /** Patterns of the beginnings of addresses: of a path, or of an origin and a path. */
  readonly claims: readonly string[];
  readonly profile: Profile;
  readonly faults: readonly Fault[];
  readonly hidden: boolean;
  readonly focused: boolean;
  /** What must not outlive the last document: nothing, what belongs to the tab, all that the origin keeps. */
  readonly forget: "nothing" | "tab" | "all";
}

export interface Answer {
  readonly status: number;
  readonly headers: Record<string, string>;
  readonly body: string;
}

/** `[from_ms, answer]`: the answer to a repeated read from that moment on, until the next entry or `until_ms`. */
export interface Table {
  readonly until_ms: number;
  readonly entries: readonly (readonly [number, number])[];
  readonly answers: readonly Answer[];
}

/** Bytes that the server sends on an open stream; `close` ends it. They leave for the page at `sent_ms`. */
export interface Entry {
  readonly stream: number;
  readonly sent_ms: number;
  readonly chunk: string;
  readonly event: string | null;
  /** When the server said it; null for what no page hears of. Something on the way may have held it since. */
  readonly told_ms: number | null;
  /** It never leaves. */
  readonly lost?: boolean;
  readonly close?: boolean;
}

export interface QuestionAnswer extends Answer {
  readonly id: number;
  readonly sent_ms: number;
  readonly stream: boolean;
}

/** What all tabs of a trial count together. */
export interface Counts {
  /** How many requests each counting fault has met. */
  fault_counts: Record<string, number>;
  next_request: number;
}

export interface Segment extends Counts {
  readonly from_ms: number;
  readonly until_ms: number;
  /** The tabs that are open; `load_ms` for one whose document has just been loaded: how long that would have taken. */
  readonly tabs: readonly { readonly number: number; readonly load_ms: number }[];
  readonly answers?: readonly QuestionAnswer[];
  readonly tables?: Record<string, Table>;
  readonly forget_after_ms?: number;
  readonly entries?: readonly Entry[];
}

export interface Question {
  readonly id: number;
  readonly tab: number;
  readonly method: string;
  readonly path: string;
  readonly headers: Record<string, string>;
  readonly body: string | null;
  readonly at_ms: number;
}

export type Cause = "reload" | "navigate";

/** What one run through a segment leaves; every tab adds to it. */
export interface Harvest extends Counts {
  readonly records: object[];
  readonly closed: number[];
}

export interface Outcome extends Harvest {
  readonly now_ms: number;
  readonly question: Question | null;
  /** The page in this tab is on its way to another document. */
  readonly leaving: { readonly tab: number; readonly cause: Cause } | null;
  readonly trouble: string | null;
}
