/** The loop: take the earliest of the next timer and the next delivery, move the clock there, fire it, let the page settle. */
import { installAsking } from "./asking";
import { PageClock } from "./clock";
import { installFetch, type Claims } from "./fetch";
import { pageChanged } from "./frames";
import { leaving, takeOverRefresh, watchLeaving } from "./leaving";
import { watchLoads } from "./loads";
import { Network } from "./network";
import { installBeacon, installEventSource, installRequests, installWebSocket } from "./other_transports";
import { Queue } from "./queue";
import { seedChance } from "./random";
import { startRecorder } from "./recorder/index";
import { settle, settleFrame, watchPage } from "./settle";
import type { BeginConfig, Outcome, Segment } from "./types";
import { installVisibility } from "./visibility";

type Recorder = ReturnType<typeof startRecorder>;

export class Runtime {
  private readonly queue = new Queue();
  private readonly clock: PageClock;
  private readonly network: Network;
  private readonly recorder: Recorder;
  private readonly claims: readonly RegExp[];
  private records: object[] = [];
  private trouble: string | null = null;
  private begun = false;

  constructor(config: BeginConfig) {
    watchPage();
    watchLoads();
    watchLeaving();
    seedChance(config.seed);
    installVisibility(config.hidden);
    this.clock = new PageClock(config.epoch_ms, config.now_ms);
    this.network = new Network(
      { queue: this.queue, now: () => this.clock.now(), record: (one) => this.keep(one) },
      config,
    );
    this.claims = config.claims.map((claim) => new RegExp(`^${claim}`));
    this.installNetwork();
    const now = (): number => this.clock.now();
    const record = (one: object): void => this.keep(one);
    this.recorder = startRecorder({ window, now, emit: record });
    installAsking({ show: (text, buttons) => this.recorder.flash(text, buttons), record, now });
  }

  /** Runs until a moment, until a request needs an answer that nobody has shipped, or until the page leaves. */
  async run(segment: Segment): Promise<Outcome> {
    this.take(segment);
    this.trouble = await settle();
    while (!this.stopped() && this.next() <= segment.until_ms) {
      if (this.next() > this.clock.now()) await this.paint();
      if (this.step()) this.trouble = await settle();
    }
    if (leaving()) await this.paint();
    if (!this.stopped()) {
      if (segment.until_ms > this.clock.now()) await this.paint();
      this.clock.moveTo(segment.until_ms);
      await this.paint();
    }
    return this.report();
  }

  /** What of the page is on the screen, as the recorder sees it. */
  get screen(): Pick<Recorder, "idOf" | "shows"> {
    return this.recorder;
  }

  private stopped(): boolean {
    return this.network.question !== null || this.trouble !== null || leaving() !== null;
  }

  private installNetwork(): void {
    const claims: Claims = {
      path: (url) => this.claimed(url),
      passed: (method, url) => this.keep({ record: "passed", at_ms: this.clock.now(), method, url }),
    };
    const virtual = installFetch(this.network, claims);
    installRequests(claims, virtual);
    installEventSource(claims);
    installBeacon(claims);
    installWebSocket(claims);
    Object.defineProperty(Navigator.prototype, "onLine", { configurable: true, get: () => !this.network.offline });
  }

  private claimed(url: string): string | null {
    const { origin, pathname, search } = new URL(url, document.baseURI);
    const addresses = origin === location.origin ? [pathname, origin + pathname] : [origin + pathname];
    return this.claims.some((claim) => addresses.some((one) => claim.test(one))) ? pathname + search : null;
  }

  private take(segment: Segment): void {
    if (segment.load_ms) this.clock.shift(segment.load_ms);
    this.network.start();
    if (!this.begun) takeOverRefresh();
    this.begun = true;
    if (segment.forget_after_ms !== undefined) this.network.forgetAfter(segment.forget_after_ms);
    if (segment.tables) this.network.setTables(segment.tables);
    for (const answer of segment.answers ?? []) this.network.answer(answer);
    if (segment.entries) this.network.addEntries(segment.entries);
  }

  private next(): number {
    return Math.min(this.queue.peek()?.at ?? Infinity, this.clock.due());
  }

  /** Fires what is next; returns whether it reached the page, which then has to settle. */
  private step(): boolean {
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

  /** What stands on the page when time is about to pass is what a person sees. */
  private async paint(): Promise<void> {
    if (!this.recorder.dirty()) return;
    await settleFrame();
    pageChanged();
    this.recorder.flush();
  }

  private keep(record: object): void {
    this.records.push(record);
  }

  private report(): Outcome {
    const outcome = {
      now_ms: this.clock.now(),
      question: this.network.question,
      leaving: leaving(),
      records: this.records,
      closed: this.network.closed,
      fault_counts: this.network.faults.counts,
      next_request: this.network.nextRequest,
      trouble: this.trouble,
    };
    this.records = [];
    this.network.closed = [];
    return outcome;
  }
}
