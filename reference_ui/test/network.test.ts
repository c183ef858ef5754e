import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import {
  listJobs,
  listProblems,
  openStream,
  READ_TIMEOUT_MS,
  submit,
  SUBMIT_TIMEOUT_MS,
  UPLOAD_TIMEOUT_MS,
  type StreamHandlers,
} from "../src/network";
import type { Wish } from "../src/submission";
import { document } from "./given";

class FakeEventSource extends EventTarget {
  static readonly CLOSED = 2;
  static last: FakeEventSource;
  readyState = 0;
  constructor(readonly url: string) {
    super();
    FakeEventSource.last = this;
  }
  close(): void {
    this.readyState = FakeEventSource.CLOSED;
  }
  say(kind: string, data: unknown): void {
    this.dispatchEvent(new MessageEvent(kind, { data: JSON.stringify(data) }));
  }
}

class FakeWebSocket extends EventTarget {
  static last: FakeWebSocket;
  close = vi.fn();
  constructor(readonly url: URL) {
    super();
    FakeWebSocket.last = this;
  }
  say(event: string, data: unknown): void {
    this.dispatchEvent(new MessageEvent("message", { data: JSON.stringify({ id: null, event, data }) }));
  }
}

const asked = vi.fn<(path: string, init?: RequestInit) => Promise<Response>>();

function answers(status: number, body: unknown, headers: Record<string, string> = {}): void {
  asked.mockResolvedValue(new Response(JSON.stringify(body), { status, headers }));
}

/** A connection that hangs until somebody gives up. */
function hangs(): void {
  asked.mockImplementation((_path, init) => {
    return new Promise((_resolve, reject) =>
      init?.signal?.addEventListener("abort", () => reject(new Error("aborted"))),
    );
  });
}

beforeEach(() => {
  vi.useFakeTimers({ now: 1_000 });
  vi.stubGlobal("fetch", asked);
  vi.stubGlobal("EventSource", FakeEventSource);
  vi.stubGlobal("WebSocket", FakeWebSocket);
  vi.stubGlobal("location", { href: "https://shop.example/jobs" });
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  asked.mockReset();
});

describe("reading", () => {
  it("dates a list by the moment of asking, not of the answer", async () => {
    asked.mockImplementation(async () => {
      await vi.advanceTimersByTimeAsync(700);
      return new Response(JSON.stringify({ jobs: [document()], last_event: "17" }));
    });
    expect(await listJobs()).toEqual({ jobs: [document()], lastEvent: 17, asOf: 1_000 });
  });

  it("gives up after a while", async () => {
    hangs();
    const given = expect(listJobs()).rejects.toThrow("aborted");
    await vi.advanceTimersByTimeAsync(READ_TIMEOUT_MS);
    await given;
  });

  it("takes no error for an answer", async () => {
    answers(502, {});
    await expect(listJobs()).rejects.toThrow("502");
  });

  it("names problem items by the last word of their cause's type, and leaves out what is for logs", async () => {
    const cause = { type: "https://meanwhile.example/problems/missing-id", detail: "canary-0", instance: "canary-1" };
    answers(200, { items: [{ id: "item-001", name: "Oak desk lamp", state: "failed", cause }], total: 1 });
    expect(await listProblems("a b", "failed")).toEqual([
      { id: "item-001", name: "Oak desk lamp", state: "failed", cause: "missing-id" },
    ]);
    expect(asked.mock.calls[0]?.[0]).toBe("/api/jobs/a%20b/items?state=failed");
  });
});

describe("submitting", () => {
  const start: Wish = { do: "submit", order: { kind: "publish", items: 200 } };
  const PROBLEM = { "Content-Type": "application/problem+json" };

  it("carries the key", async () => {
    answers(202, document());
    expect(await submit(start, "key-1")).toEqual({ is: "accepted", job: document() });
    const init = asked.mock.calls[0]?.[1];
    expect(new Headers(init?.headers).get("Idempotency-Key")).toBe('"key-1"');
    expect(init?.body).toBe('{"kind":"publish","items":200}');
    expect(asked.mock.calls[0]?.[0]).toBe("/api/jobs");
  });

  it.each(["cancel", "retry-failed", "rerun", "continue"] as const)(
    "has %s done to the run that is seen",
    async (doing) => {
      answers(202, document());
      expect(await submit({ do: doing, job: "a b", run: 2 }, "key-1")).toEqual({ is: "accepted", job: document() });
      expect(asked.mock.calls[0]?.[0]).toBe(`/api/jobs/a%20b:${doing}`);
      expect(asked.mock.calls[0]?.[1]?.body).toBe('{"run":2}');
    },
  );

  it("sends a file as it is, with time enough, and says what was found in it", async () => {
    const upload = { id: "upload-1", name: "a b.csv", rows: 2, good: 1, problems: [] };
    answers(201, upload);
    const file = new File(["id,name"], "a b.csv");
    expect(await submit({ do: "upload", file }, "key-1")).toEqual({ is: "kept", upload });
    const [path, init] = asked.mock.calls[0] ?? [];
    expect(path).toBe("/api/uploads?name=a%20b.csv");
    expect(new Headers(init?.headers).get("Content-Type")).toBe("text/csv");
    expect(init?.body).toBe(file);
    hangs();
    const slow = submit({ do: "upload", file }, "key-1");
    await vi.advanceTimersByTimeAsync(UPLOAD_TIMEOUT_MS - 1);
    asked.mockReset();
    await vi.advanceTimersByTimeAsync(1);
    expect(await slow).toEqual({ is: "unanswered" });
  });

  it("says what is wrong in a file that cannot be read, and not what is for logs", async () => {
    const errors = [{ title: "It is empty", detail: "canary-0", pointer: "" }];
    answers(422, { type: "x/file-unreadable", title: "The file cannot be read", remedy: "Save it.", errors }, PROBLEM);
    const refusal = { type: "file-unreadable", title: "The file cannot be read", remedy: "Save it." };
    expect(await submit({ do: "upload", file: new File([], "a.csv") }, "key-1")).toEqual({
      is: "refused",
      refusal: { ...refusal, where: "It is empty", againAt: null },
    });
  });

  it("knows a refusal, and only its words for people", async () => {
    const words = { title: "The key belongs to another request", remedy: "Use another." };
    answers(422, { type: "https://meanwhile.example/problems/key-reused", ...words, detail: "canary-0" }, PROBLEM);
    const refusal = {
      type: "key-reused",
      title: "The key belongs to another request",
      remedy: "Use another.",
      where: "",
      againAt: null,
    };
    expect(await submit(start, "key-1")).toEqual({ is: "refused", refusal });
  });

  it.each([403, 409, 422, 429, 503])("believes the service's own word that nothing was started, %i", async (status) => {
    const problem = { type: "https://meanwhile.example/problems/some-reason", title: "Not now", remedy: "Wait." };
    answers(status, problem, { ...PROBLEM, "Retry-After": "3" });
    const refusal = { type: "some-reason", title: "Not now", remedy: "Wait.", where: "", againAt: Date.now() + 3000 };
    expect(await submit(start, "key-1")).toEqual({ is: "refused", refusal });
  });

  it("asks again where the same request is still being accepted", async () => {
    answers(409, { type: "https://meanwhile.example/problems/idempotency-key-in-use", title: "Wait" }, PROBLEM);
    expect(await submit(start, "key-1")).toEqual({ is: "later", afterMs: 2000 });
  });

  it("knows a refusal without a reason", async () => {
    answers(403, {});
    const refusal = { type: "", title: "", remedy: "", where: "", againAt: null };
    expect(await submit(start, "key-1")).toEqual({ is: "refused", refusal });
  });

  it.each([409, 429, 500, 502, 503, 504])("takes %i from something on the way for no decision", async (status) => {
    answers(status, {}, { "Retry-After": "3" });
    expect(await submit(start, "key-1")).toEqual({ is: "later", afterMs: 3000 });
  });

  it("calls silence unanswered, and an answer that breaks off too", async () => {
    hangs();
    const silent = submit(start, "key-1");
    await vi.advanceTimersByTimeAsync(SUBMIT_TIMEOUT_MS);
    expect(await silent).toEqual({ is: "unanswered" });
    asked.mockResolvedValue(new Response("{", { status: 202 }));
    expect(await submit(start, "key-1")).toEqual({ is: "unanswered" });
  });
});

describe("the stream", () => {
  function open(lastEvent: number) {
    const heard = { opened: vi.fn(), event: vi.fn(), snapshot: vi.fn(), heartbeat: vi.fn(), lost: vi.fn() };
    return {
      heard,
      close: openStream("events", lastEvent, heard satisfies StreamHandlers),
      source: FakeEventSource.last,
    };
  }

  it("resumes after the last event, and starts without one", () => {
    expect(open(0).source.url).toBe("/api/events");
    expect(open(17).source.url).toBe("/api/events?last_event_id=17");
  });

  it("unpacks what it hears", () => {
    const { heard, source } = open(0);
    source.dispatchEvent(new Event("open"));
    source.say("snapshot", { jobs: [document()], last_event: "9" });
    source.say("heartbeat", { time: "2026-01-05T09:00:05.000Z", last_event: "9" });
    const data = { run: 1, phase: "publish", done: 3 };
    source.say("phase.advanced", { time: "2026-01-05T09:00:06.000Z", sequence: "10", subject: "publish", data });
    expect(heard.opened).toHaveBeenCalledOnce();
    expect(heard.snapshot).toHaveBeenCalledWith({ jobs: [document()], lastEvent: 9, asOf: 1_000 });
    expect(heard.heartbeat).toHaveBeenCalledWith("2026-01-05T09:00:05.000Z", 9);
    const time = "2026-01-05T09:00:06.000Z";
    expect(heard.event).toHaveBeenCalledWith({ kind: "phase.advanced", seq: 10, time, job: "publish", data });
  });

  it("tells a stream that broke from one that is refused, and leaves neither to itself", () => {
    const broken = open(0);
    broken.source.dispatchEvent(new Event("error"));
    expect(broken.heard.lost).toHaveBeenCalledWith(false);
    expect(broken.source.readyState).toBe(FakeEventSource.CLOSED);
    const refused = open(0);
    refused.source.readyState = FakeEventSource.CLOSED;
    refused.source.dispatchEvent(new Event("error"));
    expect(refused.heard.lost).toHaveBeenCalledWith(true);
  });

  it("can be closed", () => {
    const { close, source } = open(0);
    close();
    expect(source.readyState).toBe(FakeEventSource.CLOSED);
  });
});

describe("the stream over a socket", () => {
  function open(lastEvent: number) {
    const heard = { opened: vi.fn(), event: vi.fn(), snapshot: vi.fn(), heartbeat: vi.fn(), lost: vi.fn() };
    return { heard, close: openStream("socket", lastEvent, heard), socket: FakeWebSocket.last };
  }

  it("is asked for where the event stream is", () => {
    expect(open(0).socket.url.href).toBe("wss://shop.example/api/events");
    expect(open(17).socket.url.href).toBe("wss://shop.example/api/events?last_event_id=17");
  });

  it("says the same as an event stream", () => {
    const { heard, socket } = open(0);
    socket.dispatchEvent(new Event("open"));
    socket.say("snapshot", { jobs: [document()], last_event: "9" });
    socket.say("heartbeat", { time: "2026-01-05T09:00:05.000Z", last_event: "9" });
    const data = { run: 1, phase: "publish", done: 3 };
    socket.say("phase.advanced", { time: "2026-01-05T09:00:06.000Z", sequence: "10", subject: "publish", data });
    socket.say("of another day", {});
    expect(heard.opened).toHaveBeenCalledOnce();
    expect(heard.snapshot).toHaveBeenCalledWith({ jobs: [document()], lastEvent: 9, asOf: 1_000 });
    expect(heard.heartbeat).toHaveBeenCalledWith("2026-01-05T09:00:05.000Z", 9);
    const time = "2026-01-05T09:00:06.000Z";
    expect(heard.event.mock.calls).toEqual([[{ kind: "phase.advanced", seq: 10, time, job: "publish", data }]]);
  });

  it("tells one that broke from one that cannot be had", () => {
    const broken = open(0);
    broken.socket.dispatchEvent(new Event("open"));
    broken.socket.dispatchEvent(new Event("close"));
    expect(broken.heard.lost.mock.calls).toEqual([[false]]);
    const refused = open(0);
    for (const name of ["error", "close"]) refused.socket.dispatchEvent(new Event(name));
    expect(refused.heard.lost.mock.calls).toEqual([[true]]);
  });

  it("is not heard any more once it is closed", () => {
    const { heard, close, socket } = open(0);
    close();
    expect(socket.close).toHaveBeenCalledOnce();
    for (const name of ["open", "close"]) socket.dispatchEvent(new Event(name));
    expect(heard.opened).not.toHaveBeenCalled();
    expect(heard.lost).not.toHaveBeenCalled();
  });
});
