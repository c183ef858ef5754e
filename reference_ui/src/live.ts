/**
 * Keeps what the page knows up to date: by the stream, and by asking every two seconds where there is none.
 *
 * The stream comes as server-sent events; where the service refuses those, over a WebSocket. It is always asked for events
 * first: of a socket a browser does not say whether it was refused or the network failed, and after many that failed it
 * lets a page wait for the next.
 *
 * A stream can die without a word, so the service sends a heartbeat every five seconds, and ten seconds of silence count
 * as lost. After each interruption the whole list is fetched: resuming by event id alone would trust the service to have
 * kept everything that was missed.
 */

import type { Network, Way } from "./network";
import { applyEvent, applyHeartbeat, applyPolled, applyProblems, applySnapshot, type JobsState } from "./reducer";
import type { Store } from "./store";

export const SILENCE_MS = 10_000;
/** A shorter absence of the network is not worth a word. */
export const OFFLINE_MS = 2_000;
export const POLL_MS = 2_000;
const OPENING_MS = 4_000;
const RECONNECT_MS = 1_000;
const FIRST_STREAM_RETRY_MS = 30_000;
const LONGEST_STREAM_RETRY_MS = 300_000;

/** How well the page hears the service. `silent`: nothing for ten seconds. */
export interface Contact {
  readonly online: boolean;
  readonly silent: boolean;
}

export const FIRST_CONTACT: Contact = { online: true, silent: false };

type Timer = ReturnType<typeof setTimeout>;

/** Owns the stream, the polling and the timers. Everything that it learns goes into the two stores. */
export class Live {
  readonly #network: Network;
  readonly #jobs: Store<JobsState>;
  readonly #contact: Store<Contact>;
  readonly #timers = new Map<string, Timer>();
  #closeStream: (() => void) | undefined;
  #interrupted = false;
  #polling = false;
  #pollFailed = false;
  #asking = false;
  #streamRetryMs = FIRST_STREAM_RETRY_MS;
  #problemsAsked = new Set<string>();

  constructor(network: Network, jobs: Store<JobsState>, contact: Store<Contact>) {
    this.#network = network;
    this.#jobs = jobs;
    this.#contact = contact;
  }

  /** Begin, and react to what the browser knows of connection and visibility. */
  start(): void {
    window.addEventListener("offline", () => this.#wentOffline());
    window.addEventListener("online", () => this.#cameBack());
    document.addEventListener("visibilitychange", () => this.#seen());
    this.#contact.update((contact) => ({ ...contact, online: navigator.onLine }));
    this.#waitForNews();
    this.#openStream();
  }

  /** Fetch the whole list now, because something may have been missed; keep trying until it is there. */
  async catchUp(): Promise<void> {
    if (this.#asking) return;
    this.#asking = true;
    const snapshot = await this.#network.listJobs().catch(() => undefined);
    this.#asking = false;
    if (snapshot !== undefined) this.#heard((state) => applySnapshot(state, snapshot));
    // Where the stream is gone too, it is its return that brings the next attempt.
    else if (!this.#interrupted) this.#after("catch-up", RECONNECT_MS, () => void this.catchUp());
  }

  /** Fetch the names of failed and skipped items that counts tell of and events have not named. */
  async nameProblems(jobId: string): Promise<void> {
    const job = this.#jobs.value.jobs[jobId];
    if (job === undefined || this.#problemsAsked.has(jobId)) return;
    const missing = (["failed", "skipped"] as const).filter((state) => namedIn(job, state) < job.counts[state]);
    if (missing.length === 0) return;
    this.#problemsAsked.add(jobId);
    for (const state of missing) await this.#fetchProblems(jobId, state);
    // Not before a while: names are a comfort, and must not become a flood of requests.
    setTimeout(() => this.#problemsAsked.delete(jobId), POLL_MS);
  }

  async #fetchProblems(jobId: string, state: "failed" | "skipped"): Promise<void> {
    const items = await this.#network.listProblems(jobId, state).catch(() => []);
    this.#jobs.update((jobs) => applyProblems(jobs, jobId, items));
  }

  #openStream(way: Way = "events"): void {
    this.#dropStream();
    this.#after("opening", OPENING_MS, () => this.#lost(false));
    this.#closeStream = this.#network.openStream(way, this.#jobs.value.lastEvent, {
      opened: () => this.#opened(),
      event: (event) => this.#heard((state) => applyEvent(state, event)),
      snapshot: (snapshot) => this.#heard((state) => applySnapshot(state, snapshot)),
      heartbeat: (time, lastEvent) => this.#heard((state) => applyHeartbeat(state, time, lastEvent)),
      lost: (refused) => (refused && way === "events" ? this.#openStream("socket") : this.#lost(refused)),
    });
  }

  #opened(): void {
    this.#stop("opening");
    this.#stop("poll");
    this.#polling = false;
    this.#streamRetryMs = FIRST_STREAM_RETRY_MS;
    if (this.#interrupted) void this.catchUp();
    this.#interrupted = false;
  }

  #lost(refused: boolean): void {
    this.#dropStream();
    this.#interrupted = true;
    if (refused) this.#pollInstead();
    else this.#after("stream", RECONNECT_MS, () => this.#openStream());
  }

  /** There is no stream to be had. Ask instead, and see from time to time whether there is one again. */
  #pollInstead(): void {
    this.#after("stream", this.#streamRetryMs, () => this.#openStream());
    this.#streamRetryMs = Math.min(this.#streamRetryMs * 2, LONGEST_STREAM_RETRY_MS);
    if (this.#polling) return;
    this.#polling = true;
    void this.#poll();
  }

  async #poll(): Promise<void> {
    this.#after("poll", POLL_MS, () => void this.#poll());
    if (this.#asking) return;
    this.#asking = true;
    const snapshot = await this.#network.listJobs().catch(() => undefined);
    this.#asking = false;
    if (snapshot !== undefined) this.#heard((state) => applyPolled(state, snapshot));
    // The service answers again: what kept the stream away may have kept everything away.
    if (snapshot !== undefined && this.#pollFailed) this.#openStream();
    this.#pollFailed = snapshot === undefined;
  }

  #heard(change: (state: JobsState) => JobsState): void {
    this.#jobs.update(change);
    if (this.#contact.value.silent) this.#contact.update((contact) => ({ ...contact, silent: false }));
    this.#waitForNews();
    if (this.#jobs.value.doubtedEvent > 0 && !this.#polling) void this.catchUp();
  }

  #waitForNews(): void {
    this.#after("silence", SILENCE_MS, () => this.#fellSilent());
  }

  #fellSilent(): void {
    this.#contact.update((contact) => ({ ...contact, silent: true }));
    if (!this.#polling) this.#lost(false);
  }

  #wentOffline(): void {
    this.#after("offline", OFFLINE_MS, () => this.#contact.update((contact) => ({ ...contact, online: false })));
  }

  #cameBack(): void {
    this.#stop("offline");
    this.#contact.update((contact) => ({ ...contact, online: true }));
    this.#interrupted = true;
    this.#askAgain();
  }

  /** A page that was hidden may have been asleep: what it shows is checked before the person relies on it. */
  #seen(): void {
    if (document.visibilityState === "visible") this.#askAgain();
  }

  #askAgain(): void {
    if (this.#polling) void this.#poll();
    else if (this.#interrupted) this.#openStream();
    else void this.catchUp();
  }

  #dropStream(): void {
    this.#stop("opening");
    this.#stop("stream");
    this.#closeStream?.();
    this.#closeStream = undefined;
  }

  #after(name: string, delayMs: number, act: () => void): void {
    this.#stop(name);
    this.#timers.set(name, setTimeout(act, delayMs));
  }

  #stop(name: string): void {
    clearTimeout(this.#timers.get(name));
    this.#timers.delete(name);
  }
}

function namedIn(job: JobsState["jobs"][string], state: "failed" | "skipped"): number {
  return Object.values(job.problems).filter((item) => item.state === state).length;
}
