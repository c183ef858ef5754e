// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { type Contact, FIRST_CONTACT, Live, OFFLINE_MS, POLL_MS, SILENCE_MS } from "../src/live";
import type { Network, StreamHandlers, Way } from "../src/network";
import { type JobsState, NOTHING_KNOWN, type Snapshot } from "../src/reducer";
import { Store } from "../src/store";
import { at, counts, document, event } from "./given";

const EMPTY: Snapshot = { jobs: [], lastEvent: 10, asOf: 0 };
const ENDED: Snapshot = {
  jobs: [document({ version: 30, state: "ended", outcome: "succeeded" })],
  lastEvent: 30,
  asOf: 0,
};

function begin() {
  const streams: { way: Way; lastEvent: number; handlers: StreamHandlers; close: () => void }[] = [];
  const network = {
    listJobs: vi.fn(() => Promise.resolve(ENDED)),
    listProblems: vi.fn<Network["listProblems"]>(() => Promise.resolve([])),
    catalogue: vi.fn(),
    submit: vi.fn(),
    openStream: vi.fn((way: Way, lastEvent: number, handlers: StreamHandlers) => {
      const close = vi.fn();
      streams.push({ way, lastEvent, handlers, close });
      return close;
    }),
  };
  const jobs = new Store<JobsState>(NOTHING_KNOWN);
  const contact = new Store<Contact>(FIRST_CONTACT);
  const live = new Live(network, jobs, contact);
  live.start();
  const newest = () => {
    const stream = streams.at(-1);
    if (stream === undefined) throw new Error("no stream was opened");
    return stream;
  };
  /** No stream is to be had, by no way. */
  const refuse = () => {
    newest().handlers.lost(true);
    newest().handlers.lost(true);
  };
  return { network, jobs, contact, live, streams, newest, refuse };
}

function hearing() {
  const started = begin();
  started.newest().handlers.opened();
  started.newest().handlers.snapshot({ ...EMPTY, jobs: [document()] });
  return started;
}

const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
});

describe("with a stream", () => {
  it("needs no other request", async () => {
    const { network, jobs, newest } = hearing();
    newest().handlers.event(event("item.succeeded", 11, { item: "item-001", phase: "publish", attempt: 1 }));
    for (let beat = 0; beat < 12; beat += 1) {
      await pass(5_000);
      newest().handlers.heartbeat(at(beat * 5), 11);
    }
    expect(jobs.value.jobs["publish"]?.counts.processed).toBe(1);
    expect(network.listJobs).not.toHaveBeenCalled();
    expect(network.openStream).toHaveBeenCalledOnce();
  });

  it("reopens one that broke after the last event, and fetches what was missed", async () => {
    const { network, jobs, streams, newest } = hearing();
    newest().handlers.lost(false);
    await pass(1_000);
    expect(newest().lastEvent).toBe(10);
    newest().handlers.opened();
    await pass(0);
    expect(network.listJobs).toHaveBeenCalledOnce();
    expect(jobs.value.jobs["publish"]?.state).toBe("ended");
    expect(streams).toHaveLength(2);
  });

  it("takes ten seconds of silence for a loss, says so, and takes it back when it hears again", async () => {
    const { contact, streams, newest } = hearing();
    await pass(SILENCE_MS - 1);
    expect(contact.value.silent).toBe(false);
    await pass(1);
    expect(contact.value.silent).toBe(true);
    expect(streams[0]?.close).toHaveBeenCalled();
    await pass(1_000);
    newest().handlers.opened();
    await pass(0);
    expect(contact.value.silent).toBe(false);
  });

  it("does not wait for ever for one to open", async () => {
    const { streams } = begin();
    await pass(5_000);
    expect(streams).toHaveLength(2);
    expect(streams[0]?.close).toHaveBeenCalled();
  });

  it("fetches the list when an event shows that others were missed", async () => {
    const { network, newest } = hearing();
    newest().handlers.event(event("phase.advanced", 15, { phase: "publish", done: 5 }));
    await pass(0);
    expect(network.listJobs).toHaveBeenCalledOnce();
  });

  it("fetches the list when a heartbeat tells of events that it never heard, or could not read", async () => {
    const { network, newest, jobs } = hearing();
    newest().handlers.heartbeat(at(20), 10);
    await pass(0);
    expect(network.listJobs).not.toHaveBeenCalled();
    newest().handlers.heartbeat(at(25), 12);
    await pass(0);
    expect(network.listJobs).toHaveBeenCalledOnce();
    expect(jobs.value.doubtedEvent).toBe(0);
  });

  it("tries again when catching up failed", async () => {
    const { network, live } = hearing();
    network.listJobs.mockRejectedValueOnce(new Error("502"));
    await live.catchUp();
    await pass(1_000);
    expect(network.listJobs).toHaveBeenCalledTimes(2);
  });

  it("checks what it shows when the page is seen again", async () => {
    const { network } = hearing();
    window.document.dispatchEvent(new Event("visibilitychange"));
    await pass(0);
    expect(network.listJobs).toHaveBeenCalledOnce();
  });
});

describe("the browser's word on the connection", () => {
  it("is shown when it lasts, and its return is used at once", async () => {
    const { network, contact, newest, streams } = hearing();
    window.dispatchEvent(new Event("offline"));
    await pass(OFFLINE_MS - 1);
    expect(contact.value.online).toBe(true);
    await pass(1);
    expect(contact.value.online).toBe(false);
    newest().handlers.lost(false);
    window.dispatchEvent(new Event("online"));
    expect(contact.value.online).toBe(true);
    expect(streams).toHaveLength(2);
    newest().handlers.opened();
    await pass(0);
    expect(network.listJobs).toHaveBeenCalledOnce();
  });

  it("is not passed on where the network is back at once", async () => {
    const { contact } = hearing();
    window.dispatchEvent(new Event("offline"));
    await pass(OFFLINE_MS - 1);
    window.dispatchEvent(new Event("online"));
    await pass(OFFLINE_MS);
    expect(contact.value.online).toBe(true);
  });
});

describe("where event streams are refused", () => {
  const ways = (started: ReturnType<typeof begin>) => started.streams.map((stream) => stream.way);

  it("tries a socket at once, and asks nothing where it is had", async () => {
    const started = begin();
    started.newest().handlers.lost(true);
    expect(ways(started)).toEqual(["events", "socket"]);
    started.newest().handlers.opened();
    await pass(3 * POLL_MS);
    expect(started.network.listJobs).not.toHaveBeenCalled();
  });

  it("tries no socket where the network is at fault", async () => {
    const started = begin();
    started.newest().handlers.lost(false);
    await pass(1_000);
    expect(ways(started)).toEqual(["events", "events"]);
  });

  it("gives the socket as much time as the stream had", async () => {
    const started = begin();
    await pass(3_000);
    started.newest().handlers.lost(true);
    await pass(3_000);
    expect(ways(started)).toEqual(["events", "socket"]);
    await pass(2_000);
    expect(ways(started)).toEqual(["events", "socket", "events"]);
  });

  it("is asked for events again after it broke, then for a socket, and fetches what was missed", async () => {
    const started = begin();
    started.newest().handlers.lost(true);
    started.newest().handlers.opened();
    started.newest().handlers.lost(false);
    await pass(1_000);
    started.newest().handlers.lost(true);
    expect(ways(started)).toEqual(["events", "socket", "events", "socket"]);
    started.newest().handlers.opened();
    expect(started.network.listJobs).toHaveBeenCalledOnce();
  });
});

describe("without a stream", () => {
  it("asks every two seconds, and goes on through failures", async () => {
    const { network, jobs, refuse } = begin();
    network.listJobs.mockRejectedValueOnce(new Error("502"));
    refuse();
    await pass(0);
    expect(jobs.value.loaded).toBe(false);
    await pass(POLL_MS);
    expect(jobs.value.jobs["publish"]?.state).toBe("ended");
    await pass(3 * POLL_MS);
    expect(network.listJobs).toHaveBeenCalledTimes(5);
  });

  it("looks for a stream as soon as the service answers again", async () => {
    const { network, refuse, streams } = begin();
    network.listJobs.mockRejectedValueOnce(new Error("502"));
    refuse();
    await pass(0);
    expect(streams).toHaveLength(2);
    await pass(POLL_MS);
    expect(streams).toHaveLength(3);
    refuse();
    await pass(2 * POLL_MS);
    expect(streams).toHaveLength(4);
  });

  it("asks no second question before the first is answered", async () => {
    const { network, refuse } = begin();
    network.listJobs.mockReturnValue(new Promise(() => undefined));
    refuse();
    await pass(5 * POLL_MS);
    expect(network.listJobs).toHaveBeenCalledOnce();
  });

  it("looks for a stream from time to time, and stops asking once there is one", async () => {
    const { network, newest, refuse, streams } = begin();
    refuse();
    await pass(30_000);
    expect(streams).toHaveLength(3);
    newest().handlers.opened();
    await pass(0);
    const asked = network.listJobs.mock.calls.length;
    await pass(3 * POLL_MS);
    expect(network.listJobs).toHaveBeenCalledTimes(asked);
  });
});

describe("names of problem items", () => {
  it("are fetched once for what events have not named", async () => {
    const problems = counts({ processed: 3, succeeded: 1, failed: 2 });
    const { network, live, newest } = begin();
    newest().handlers.snapshot({ ...EMPTY, jobs: [document({ counts: problems })] });
    await Promise.all([live.nameProblems("publish"), live.nameProblems("publish")]);
    expect(network.listProblems.mock.calls).toEqual([["publish", "failed"]]);
  });

  it("are not fetched where all are named", async () => {
    const { network, live } = hearing();
    await live.nameProblems("publish");
    await live.nameProblems("nobody");
    expect(network.listProblems).not.toHaveBeenCalled();
  });
});
