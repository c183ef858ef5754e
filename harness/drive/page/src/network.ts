/** The virtual network between the page and the wire: requests travel, answers and streams travel back, faults strike. */
import type { RequestBody } from "./bodies";
import { Faults } from "./faults";
import { Link } from "./link";
import type { Queue } from "./queue";
import { lastMs, pieces } from "./trickle";
import type { Answer, BeginConfig, Entry, Fault, Harvest, Kind, Question, QuestionAnswer, Table } from "./types";

/** Ways of asking whose answer is no read that can be repeated. */
const STREAMS = ["eventsource", "websocket"];

export interface Sent {
  readonly method: string;
  readonly path: string;
  readonly headers: Record<string, string>;
  readonly body: RequestBody | null;
  readonly via: string;
}

/** What the page's side of a connection wants to hear; each is called at its own virtual moment. */
export interface Listener {
  head(answer: Answer, stream: boolean): void;
  chunk(text: string): void;
  end(): void;
  fail(): void;
}

export interface Connection extends Sent {
  /** Its number in the trial, from the moment at which it leaves. */
  id: number;
  readonly listener: Listener;
  open: boolean;
  stream: boolean;
  lost: boolean;
  /** The page has said goodbye and hears no more. */
  parting: boolean;
  lastMs: number;
}

export interface NetworkHost {
  readonly queue: Queue;
  now(): number;
  record(record: object): void;
}

/** Faults in which no connection can be made. */
const REFUSALS: readonly Kind[] = ["offline", "refused"];

export class Network {
  question: Question | null = null;
  readonly faults: Faults;
  private harvest: Harvest | null = null;
  private readonly tab: number;
  private readonly link = new Link();
  private readonly connections = new Map<number, Connection>();
  private tables: Record<string, Table> = {};
  private readonly pending = new Set<Entry>();
  /** What the page asks for while the clock is stopped. */
  private held: Connection[] | null = [];

  constructor(
    private readonly host: NetworkHost,
    config: BeginConfig,
  ) {
    this.faults = new Faults(config.profile, config.faults);
    this.tab = config.tab;
    for (const fault of config.faults) this.plan(fault, config.now_ms);
  }

  get offline(): boolean {
    return this.faults.active("offline", this.host.now()) !== undefined;
  }

  /** Why a connection that is made now fails at once, if it does. */
  private get refusal(): Kind | undefined {
    return REFUSALS.find((kind) => this.faults.active(kind, this.host.now()));
  }

  send(sent: Sent, listener: Listener): Connection {
    const lastMs = this.host.now();
    const fresh = { id: 0, open: true, stream: false, lost: false, parting: false };
    const connection: Connection = { ...sent, ...fresh, listener, lastMs };
    if (this.held) this.held.push(connection);
    else this.launch(connection);
    return connection;
  }

  /** Time goes on: what the page asked for meanwhile leaves now. What all tabs count, they count in the harvest. */
  resume(harvest: Harvest): void {
    this.harvest = harvest;
    this.faults.counts = harvest.fault_counts;
    const held = this.held ?? [];
    this.held = null;
    for (const connection of held) if (connection.open) this.launch(connection);
  }

  /** The clock stops. */
  pause(): void {
    this.held ??= [];
  }

  private launch(connection: Connection): void {
    const now = this.host.now();
    connection.id = this.harvest!.next_request++;
    this.connections.set(connection.id, connection);
    const { method, path, via, body, headers } = connection;
    const told = { sent_ms: now, method, path, via, body: body && body.text };
    this.note(connection, { ...told, idempotency_key: headers["idempotency-key"] });
    const { refusal } = this;
    if (refusal) this.host.queue.add(now, () => this.fail(connection, refusal));
    else this.travel(connection, now);
  }

  /** The page gave up on a connection. */
  abort(connection: Connection): void {
    if (!connection.open) return;
    if (!connection.id) {
      connection.open = false;
      return;
    }
    this.note(connection, { fault: "aborted", ended_ms: this.host.now() });
    this.close(connection);
  }

  /** The page says goodbye on an open socket; `parted` is called once the server has said so, too. */
  part(connection: Connection, parted: () => void): void {
    const now = this.host.now();
    this.note(connection, { fault: "aborted", ended_ms: now });
    connection.parting = true;
    const goodbye = (): void =>
      this.cross(connection, 0, null, () => {
        this.close(connection);
        parted();
      });
    this.host.queue.add(this.link.up(this.faults.profileAt(now), now, 0), goodbye, false);
  }

  /** Another task of this moment. */
  soon(act: () => void): void {
    this.host.queue.add(this.host.now(), act);
  }

  answer(answer: QuestionAnswer): void {
    if (this.question?.id === answer.id) this.question = null;
    const connection = this.connections.get(answer.id);
    if (connection) this.reply(connection, answer, answer.sent_ms, answer.stream);
  }

  setTables(tables: Record<string, Table>): void {
    this.tables = tables;
  }

  /** A write changed what comes later: what the server has not sent yet is withdrawn. */
  forgetAfter(atMs: number): void {
    for (const entry of this.pending) if (entry.sent_ms > atMs) this.pending.delete(entry);
  }

  addEntries(entries: readonly Entry[]): void {
    for (const entry of entries) {
      if (!this.connections.has(entry.stream)) continue;
      this.pending.add(entry);
      const leave = (): void => {
        if (this.pending.delete(entry)) this.depart(entry);
      };
      this.host.queue.add(entry.sent_ms, leave, false);
    }
  }

  private travel(connection: Connection, now: number): void {
    const size = (connection.body?.bytes ?? 0) + connection.path.length;
    const arrives = this.link.up(this.faults.profileAt(now), now, size);
    this.host.queue.add(arrives, () => this.arrive(connection), false);
  }

  private arrive(connection: Connection): void {
    const now = this.host.now();
    if (!connection.open) return;
    if (this.faults.active("blackhole", now)) return this.note(connection, { fault: "blackhole" });
    this.note(connection, { arrived_ms: now });
    const refusal = this.faults.meets("http", connection, now);
    if (refusal) return this.refuse(connection, refusal);
    if (this.faults.meets("lost_response", connection, now)) {
      connection.lost = true;
      this.note(connection, { fault: "lost_response" });
    }
    const known = this.lookUp(connection, now);
    if (known) this.reply(connection, known, now, false);
    else this.ask(connection, now);
  }

  private refuse(connection: Connection, fault: Fault): void {
    this.note(connection, { fault: "http" });
    const answer = { status: fault.status ?? 503, headers: fault.headers ?? {}, body: fault.body ?? "" };
    this.reply(connection, answer, this.host.now(), false);
  }

  private lookUp(connection: Connection, now: number): Answer | undefined {
    if (connection.method !== "GET" || STREAMS.includes(connection.via)) return undefined;
    // Whether an answer is still the one that the page knows, a table cannot say.
    if (connection.headers["if-none-match"]) return undefined;
    const table = this.tables[connection.path];
    if (!table || now >= table.until_ms) return undefined;
    const position = latest(table.entries, now);
    return position < 0 ? undefined : table.answers[table.entries[position]![1]];
  }

  private ask(connection: Connection, now: number): void {
    const { id, method, path, headers, body } = connection;
    this.question = { id, tab: this.tab, method, path, headers, body: body && body.text, at_ms: now };
  }

  private reply(connection: Connection, answer: Answer, sentMs: number, stream: boolean): void {
    const leave = (): void =>
      this.cross(connection, answer.body.length + 300, null, () => this.deliver(connection, answer, stream));
    if (sentMs > this.host.now()) this.host.queue.add(sentMs, leave, false);
    else leave();
  }

  private deliver(connection: Connection, answer: Answer, stream: boolean): void {
    this.note(connection, { answered_ms: this.host.now(), status: answer.status });
    connection.stream = stream;
    connection.listener.head(answer, stream);
    if (answer.body) connection.listener.chunk(answer.body);
    if (!stream) this.finish(connection);
  }

  private depart(entry: Entry): void {
    const connection = this.connections.get(entry.stream);
    if (!connection?.open || connection.parting) return;
    if (entry.lost) return this.message(connection, entry, null, 0);
    this.cross(connection, entry.chunk.length, entry, (rest) => {
      connection.listener.chunk(rest);
      if (entry.close) this.finish(connection);
    });
  }

  /** Bytes leave the server now; they arrive later, or never. */
  private cross(connection: Connection, bytes: number, entry: Entry | null, arrive: (rest: string) => void): void {
    const now = this.host.now();
    if (!connection.open || connection.lost) return;
    if (this.faults.active("blackhole", now)) return this.swallow(connection, entry, bytes);
    const due = Math.max(this.link.down(this.faults.profileAt(now), now, bytes), connection.lastMs);
    const trickle = this.faults.active("trickle", now);
    const torn = trickle && entry && connection.via !== "websocket";
    const rest = torn ? this.drip(connection, trickle, due, entry.chunk) : (entry?.chunk ?? "");
    connection.lastMs = trickle ? lastMs(trickle, due, bytes) : due;
    this.host.queue.add(connection.lastMs, () => {
      if (!connection.open || (entry && connection.parting)) return;
      if (this.faults.active("blackhole", this.host.now())) return this.swallow(connection, entry, bytes);
      if (entry) this.message(connection, entry, this.host.now(), bytes);
      arrive(rest);
    });
  }

  /** All pieces of a message but the last, which is returned, arrive one after another. */
  private drip(connection: Connection, trickle: Fault, firstMs: number, text: string): string {
    const all = pieces(trickle, firstMs, text);
    const last = all.pop();
    for (const piece of all) {
      this.host.queue.add(piece.at, () => {
        if (connection.open) connection.listener.chunk(piece.text);
      });
    }
    return last?.text ?? "";
  }

  private swallow(connection: Connection, entry: Entry | null, bytes: number): void {
    if (entry) this.message(connection, entry, null, bytes);
    else this.note(connection, { fault: "blackhole" });
  }

  private message(connection: Connection, entry: Entry, deliveredMs: number | null, bytes: number): void {
    const { told_ms, event } = entry;
    if (told_ms === null) return;
    const moments = { sent_ms: told_ms, delivered_ms: deliveredMs };
    this.host.record({ record: "message", stream: connection.id, ...moments, event, bytes });
  }

  private plan(fault: Fault, now: number): void {
    if (fault.kind === "offline") this.planOffline(fault, now);
    if (fault.kind === "drop" && fault.at_ms >= now) this.host.queue.add(fault.at_ms, () => this.endAll());
    if ((fault.kind === "reset" || fault.kind === "refused") && fault.at_ms >= now) {
      this.host.queue.add(fault.at_ms, () => this.failAll(fault.kind));
    }
    if (fault.kind === "blackhole" && fault.end_ms !== null && fault.end_ms >= now) {
      this.host.queue.add(fault.end_ms, () => this.failAll("blackhole"));
    }
    if (fault.kind === "lost_response" && fault.end_ms !== null && fault.end_ms >= now) {
      this.host.queue.add(fault.end_ms, () => this.failAll("lost_response", (one) => one.lost));
    }
  }

  private planOffline(fault: Fault, now: number): void {
    if (fault.at_ms >= now) {
      this.host.queue.add(fault.at_ms, () => {
        this.failAll("offline");
        window.dispatchEvent(new Event("offline"));
      });
    }
    if (fault.end_ms !== null && fault.end_ms >= now) {
      this.host.queue.add(fault.end_ms, () => void window.dispatchEvent(new Event("online")));
    }
  }

  private failAll(reason: string, which: (one: Connection) => boolean = () => true): void {
    for (const connection of [...this.connections.values()].filter(which)) this.fail(connection, reason);
  }

  /** A clean close: streams end, what waits for an answer breaks, and so does a socket: nobody said goodbye. */
  private endAll(): void {
    for (const connection of [...this.connections.values()]) {
      if (connection.stream && connection.via !== "websocket") this.finish(connection);
      else this.fail(connection, "drop");
    }
  }

  private fail(connection: Connection, reason: string): void {
    if (!connection.open) return;
    this.note(connection, { fault: reason, ended_ms: this.host.now() });
    this.close(connection);
    connection.listener.fail();
  }

  private finish(connection: Connection): void {
    this.note(connection, { ended_ms: this.host.now() });
    this.close(connection);
    connection.listener.end();
  }

  private close(connection: Connection): void {
    connection.open = false;
    this.connections.delete(connection.id);
    this.harvest!.closed.push(connection.id);
  }

  private note(connection: Connection, facts: object): void {
    if (connection.parting) return;
    this.host.record({ record: "request", id: connection.id, ...facts });
  }
}

/** Index of the last entry that begins at or before a moment; -1 where none does. */
function latest(entries: readonly (readonly [number, number])[], atMs: number): number {
  let low = 0;
  let high = entries.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (entries[middle]![0] <= atMs) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
