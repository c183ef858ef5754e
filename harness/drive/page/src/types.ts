/** What Python and the page tell each other. Every time is whole milliseconds from the trial's start. */

export interface Profile {
  readonly rtt_ms: number;
  readonly down_bps: number | null;
  readonly up_bps: number | null;
}

export interface Fault {
  readonly kind: "offline" | "drop" | "blackhole" | "slow" | "lost_response" | "http";
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
}

/** Given once for each document, before any script of the page runs. */
export interface BeginConfig {
  readonly now_ms: number;
  readonly epoch_ms: number;
  readonly seed: number;
  /** Patterns of the beginnings of addresses: of a path, or of an origin and a path. */
  readonly claims: readonly string[];
  readonly profile: Profile;
  readonly faults: readonly Fault[];
  readonly fault_counts: Record<string, number>;
  readonly first_request: number;
  readonly hidden: boolean;
  readonly fresh: boolean;
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

/** Bytes that the server sends on an open stream; `close` ends it. */
export interface Entry {
  readonly stream: number;
  readonly sent_ms: number;
  readonly chunk: string;
  readonly event: string | null;
  readonly close?: boolean;
}

export interface QuestionAnswer extends Answer {
  readonly id: number;
  readonly sent_ms: number;
  readonly stream: boolean;
}

export interface Segment {
  readonly until_ms: number;
  readonly load_ms?: number;
  readonly answers?: readonly QuestionAnswer[];
  readonly tables?: Record<string, Table>;
  readonly forget_after_ms?: number;
  readonly entries?: readonly Entry[];
}

export interface Question {
  readonly id: number;
  readonly method: string;
  readonly path: string;
  readonly headers: Record<string, string>;
  readonly body: string | null;
  readonly at_ms: number;
}

export interface Outcome {
  readonly now_ms: number;
  readonly question: Question | null;
  /** The page is on its way to another document. */
  readonly leaving: "reload" | "navigate" | null;
  readonly records: readonly object[];
  readonly closed: readonly number[];
  readonly fault_counts: Record<string, number>;
  readonly next_request: number;
  readonly trouble: string | null;
}
