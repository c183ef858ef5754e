/** One document on virtual time: its clock, its network, its recorder; what happens in it next, and how it is let happen. */
import { installAsking } from "./asking";
import { installChannels } from "./channels";
import { PageClock } from "./clock";
import { installFetch, type Claims } from "./fetch";
import { installFiles } from "./files";
import { pageChanged } from "./frames";
import { leaving, takeOverRefresh, watchLeaving } from "./leaving";
import { watchLoads } from "./loads";
import { installLocks, wishes, type Wish } from "./locks";
import { Network } from "./network";
import { installBeacon, installEventSource, installRequests } from "./other_transports";
import { Queue } from "./queue";
import { seedChance } from "./random";
import { startRecorder } from "./recorder/index";
import { settle, settleFrame, watchPage } from "./settle";
import { installWebSocket } from "./socket";
import { installStorage } from "./storage";
import { readLetter, sendUnsent, startTelling, TELLING_MS, type Letter } from "./telling";
import { watchThrown } from "./thrown";
import type { BeginConfig, Cause, Harvest, Question, Segment } from "./types";
import { installVisibility } from "./visibility";

type Recorder = ReturnType<typeof startRecorder>;

export class Runtime {
  readonly tab: number;
  /** Trouble of our own in this document. */
  trouble: string | null = null;
  private readonly queue = new Queue();
  private readonly clock: PageClock;
  private readonly network: Network;
  private readonly recorder: Recorder;
  private readonly claims: readonly RegExp[];
  private harvest: Harvest = { records: [], closed: [], fault_counts: {}, next_request: 0 };
  /** When the document is loaded; null once time goes on in it. */
  private beginsMs: number | null;

  constructor(private readonly config: BeginConfig) {
    this.claims = config.claims.map((claim) => new RegExp(`^${claim}`));
    this.tab = config.tab;
    this.beginsMs = config.now_ms;
    watchPage();
    watchLoads();
    watchLeaving();
    seedChance(config.seed);
    installVisibility(config);
    this.clock = new PageClock(config.epoch_ms, config.now_ms);
    const now = (): number => this.clock.now();
    const record = (one: object): void => this.keep(one);
    watchThrown((text) => record({ record: "thrown", at_ms: now(), text }));
    this.network = new Network({ queue: this.queue, now, record }, config);
    this.installNetwork();
    this.recorder = startRecorder({ window, now, emit: record });
    installAsking({ show: (text, buttons) => this.recorder.flash(text, buttons), record, now });
    this.installTelling(now);
    installFiles(config.epoch_ms);
  }

  /** What of the page is on the screen, as the recorder sees it. */
  get screen(): Pick<Recorder, "idOf" | "shows"> {
    return this.recorder;
  }

  get question(): Question | null {
    return this.network.question;
  }

  get leaving(): Cause | null {
    return leaving();
  }

  /** What this document holds and waits for, of what the tabs have to take in turn. */
  get wishes(): readonly Wish[] {
    return wishes;
  }

  /** Another tab, or this one, tells something. */
  receive(letter: Letter, atMs: number): void {
    this.queue.add(atMs, () => readLetter(letter));
  }

  /** A segment begins: takes in what the server will say until its end. */
  async join(segment: Segment, harvest: Harvest): Promise<void> {
    this.hand(harvest);
    const own = segment.tabs.find((one) => one.number === this.tab);
    if (this.beginsMs !== null) this.beginsMs = this.config.now_ms + (own?.load_ms ?? 0);
    else this.network.resume(harvest);
    if (segment.forget_after_ms !== undefined) this.network.forgetAfter(segment.forget_after_ms);
    if (segment.tables) this.network.setTables(segment.tables);
    for (const answer of segment.answers ?? []) this.network.answer(answer);
    if (segment.entries) this.network.addEntries(segment.entries);
    if (this.beginsMs === null) this.trouble = await settle();
  }

  /** The segment is over. */
  part(): void {
    this.network.pause();
  }

  /** When something happens next; infinite where nothing will. */
  next(): number {
    return this.beginsMs ?? Math.min(this.queue.peek()?.at ?? Infinity, this.clock.due());
  }

  /** Lets it happen, and lets the page settle. */
  async step(): Promise<void> {
    if (this.fire()) this.trouble = await settle();
  }

  /** Time passes up to a moment at which nothing has happened yet. */
  moveTo(atMs: number): void {
    if (this.beginsMs === null) this.clock.moveTo(atMs);
  }

  /** What stands on the page when time is about to pass is what a person sees. */
  async paint(): Promise<void> {
    if (this.beginsMs !== null || !this.recorder.dirty()) return;
    await settleFrame();
    pageChanged();
    this.recorder.flush();
  }

  private installNetwork(): void {
    const claims: Claims = {
      path: (url) => this.claimed(url),
      passed: (method, url, status) => {
        const record: Record<string, unknown> = { record: "passed", at_ms: this.clock.now(), method, url };
        this.keep(record);
        void status?.then((told) => (record["status"] = told));
      },
    };
    const virtual = installFetch(this.network, claims);
    installRequests(claims, virtual);
    installEventSource(claims);
    installBeacon(claims);
    installWebSocket(this.network, claims);
    Object.defineProperty(Navigator.prototype, "onLine", { configurable: true, get: () => !this.network.offline });
  }

  private installTelling(now: () => number): void {
    const { tab, queue } = this;
    startTelling({ tab, now });
    installChannels();
    installStorage(tab);
    installLocks({
      tab,
      now,
      soon: (act) => queue.add(now(), act),
      later: (act) => queue.add(now() + TELLING_MS, act),
    });
  }

  private claimed(url: string): string | null {
    const { origin, pathname, search } = new URL(url, document.baseURI);
    const addresses = origin === location.origin ? [pathname, origin + pathname] : [origin + pathname];
    return this.claims.some((claim) => addresses.some((one) => claim.test(one))) ? pathname + search : null;
  }

  /** What was kept while the clock stood goes along. */
  private hand(harvest: Harvest): void {
    const { records, closed } = this.harvest;
    this.harvest = harvest;
    harvest.records.push(...records.splice(0));
    harvest.closed.push(...closed.splice(0));
  }

  /** Fires what is next; returns whether it reached the page, which then has to settle. */
  private fire(): boolean {
    if (this.beginsMs !== null) return this.begin(this.beginsMs);
    const planned = this.queue.peek()?.at ?? Infinity;
    const due = this.clock.due();
    // What the network brings comes before a timer of the same moment: the bytes were on their way already.
    if (planned <= due) {
      this.clock.moveTo(planned);
      const happening = this.queue.take()!;
      happening.fire();
      return happening.reaches;
    }
    this.clock.fire();
    return true;
  }

  /** The document is loaded: what its scripts planned meanwhile is planned from here. */
  private begin(atMs: number): boolean {
    this.beginsMs = null;
    if (atMs > this.config.now_ms) this.clock.shift(atMs - this.config.now_ms);
    this.network.resume(this.harvest);
    sendUnsent();
    takeOverRefresh();
    return true;
  }

  private keep(record: object): void {
    this.harvest.records.push(Object.assign(record, { tab: this.tab }));
  }
}
