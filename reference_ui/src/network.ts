/** The one file that talks to the network: requests with time-outs, and the stream of events. It decides nothing. */

import { EVENT_KINDS, isEventKind, type JobEvent, readEvent } from "./events";
import type { JobDocument, ProblemItem } from "./job";
import type { Snapshot } from "./reducer";
import type { Wish } from "./submission";

export const SUBMIT_TIMEOUT_MS = 10_000;
/** A file takes its time on the way. */
export const UPLOAD_TIMEOUT_MS = 60_000;
export const READ_TIMEOUT_MS = 4_000;
const ASK_LATER_MS = 2_000;

/** One row of the seller's catalogue. */
export interface CatalogueItem {
  readonly sku: string;
  readonly name: string;
  readonly price: string;
  /** Not there where it is the shop's own. */
  readonly currency?: string;
  readonly category: string;
  readonly published: boolean;
}

export interface Catalogue {
  readonly items: readonly CatalogueItem[];
  readonly total: number;
  readonly unpublished: number;
}

/** What the person asks for when they start a job. An import can be of a file that was sent before. */
export interface Order {
  readonly kind: string;
  readonly items: number;
  readonly upload?: string;
}

/** Rows of a file that cannot be taken for one cause; of many only the first are named. */
export interface UploadProblem {
  readonly cause: string;
  readonly count: number;
  readonly rows: readonly number[];
  readonly remedy: string;
}

/** What the service found in a file. */
export interface Upload {
  readonly id: string;
  readonly name: string;
  readonly rows: number;
  readonly good: number;
  readonly problems: readonly UploadProblem[];
}

/**
 * Why the service refused: the last word of the problem's type, and the words that it has for people. Its `detail` and
 * `instance` are for logs: never read.
 */
export interface Refusal {
  readonly type: string;
  readonly title: string;
  readonly remedy: string;
  /** What is wrong in the file that was sent; empty where there was none. */
  readonly where: string;
  /** From when on another try may go well, where the service says so. */
  readonly againAt: number | null;
}

/** What became of a wish. "unanswered" is no answer at all; "later" is an answer that decides nothing yet. */
export type SubmitAnswer =
  | { readonly is: "accepted"; readonly job: JobDocument }
  | { readonly is: "kept"; readonly upload: Upload }
  | { readonly is: "refused"; readonly refusal: Refusal }
  | { readonly is: "later"; readonly afterMs: number }
  | { readonly is: "unanswered" };

/** How a stream comes: as server-sent events, or over a WebSocket. */
export type Way = "events" | "socket";

/** What a stream tells whoever opened it. `lost` says whether it cannot be had this way at all. */
export interface StreamHandlers {
  readonly opened: () => void;
  readonly event: (event: JobEvent) => void;
  readonly snapshot: (snapshot: Snapshot) => void;
  readonly heartbeat: (time: string, lastEvent: number) => void;
  readonly lost: (refused: boolean) => void;
}

/** Everything that this page ever asks of the service. */
export interface Network {
  readonly listJobs: () => Promise<Snapshot>;
  readonly listProblems: (jobId: string, state: "failed" | "skipped") => Promise<readonly ProblemItem[]>;
  readonly catalogue: () => Promise<Catalogue>;
  readonly submit: (wish: Wish, key: string) => Promise<SubmitAnswer>;
  readonly openStream: (way: Way, lastEvent: number, handlers: StreamHandlers) => () => void;
}

interface Problem {
  readonly type?: string;
  readonly title?: string;
  readonly remedy?: string;
  readonly errors?: readonly { readonly title: string }[];
}

interface JobListBody {
  readonly jobs: readonly JobDocument[];
  readonly last_event: string;
}

interface ItemsBody {
  readonly items: readonly {
    readonly id: string;
    readonly name: string;
    readonly state: "failed" | "skipped";
    readonly cause: { readonly type: string } | null;
  }[];
}

/** The network of a browser. */
export const browserNetwork: Network = { listJobs, listProblems, catalogue, submit, openStream };

/** All jobs. The list holds for the moment at which it was asked for, at least: never claim that it is younger. */
export async function listJobs(): Promise<Snapshot> {
  const askedAt = Date.now();
  return snapshotFrom(await getJson<JobListBody>("/api/jobs"), askedAt);
}

/** The items of a job that failed, or were skipped, with their causes. */
export async function listProblems(jobId: string, state: "failed" | "skipped"): Promise<readonly ProblemItem[]> {
  const body = await getJson<ItemsBody>(`/api/jobs/${encodeURIComponent(jobId)}/items?state=${state}`);
  return body.items.map((item) => ({ ...item, cause: lastWord(item.cause?.type ?? "") }));
}

/** The seller's goods. */
export function catalogue(): Promise<Catalogue> {
  return getJson<Catalogue>("/api/catalogue");
}

/** Ask for what the person wants. Sent again with the same key, it is never done a second time. */
export async function submit(wish: Wish, key: string): Promise<SubmitAnswer> {
  const { path, type, body } = requestOf(wish);
  const init = { method: "POST", headers: { "Content-Type": type, "Idempotency-Key": `"${key}"` }, body };
  const timeoutMs = wish.do === "upload" ? UPLOAD_TIMEOUT_MS : SUBMIT_TIMEOUT_MS;
  try {
    return await withTimeout(timeoutMs, async (signal) => {
      return readSubmitAnswer(wish, await fetch(path, { ...init, signal }));
    });
  } catch {
    return { is: "unanswered" };
  }
}

/** Open the stream of all jobs; returns what closes it. A stream that fails is closed here, never left to itself. */
export function openStream(way: Way, lastEvent: number, handlers: StreamHandlers): () => void {
  const path = lastEvent > 0 ? `/api/events?last_event_id=${lastEvent}` : "/api/events";
  return way === "events" ? openEvents(path, handlers) : openSocket(path, handlers);
}

function openEvents(path: string, handlers: StreamHandlers): () => void {
  const source = new EventSource(path);
  const take = taker(handlers);
  source.addEventListener("open", () => handlers.opened());
  source.addEventListener("error", () => {
    const refused = source.readyState === EventSource.CLOSED;
    source.close();
    handlers.lost(refused);
  });
  for (const kind of [...EVENT_KINDS, "snapshot", "heartbeat"]) {
    source.addEventListener(kind, (message) => take(kind, JSON.parse((message as MessageEvent<string>).data)));
  }
  return () => source.close();
}

/** One that never opened cannot be had this way: a browser does not say why. */
function openSocket(path: string, handlers: StreamHandlers): () => void {
  const socket = new WebSocket(new URL(path, location.href.replace(/^http/, "ws")));
  const take = taker(handlers);
  const left = new AbortController();
  const on = (name: string, act: (event: Event) => void): void => {
    socket.addEventListener(name, act, { signal: left.signal });
  };
  let opened = false;
  on("open", () => {
    opened = true;
    handlers.opened();
  });
  on("close", () => handlers.lost(!opened));
  on("message", (message) => {
    const { event, data } = JSON.parse((message as MessageEvent<string>).data) as { event: string; data: unknown };
    take(event, data);
  });
  return () => {
    left.abort();
    socket.close();
  };
}

/** Hands on what messages carry. One of a kind that nobody knows says nothing. */
function taker({ event, snapshot, heartbeat }: StreamHandlers): (kind: string, data: unknown) => void {
  const openedAt = Date.now();
  return (kind, data) => {
    if (kind === "snapshot") snapshot(snapshotFrom(data as JobListBody, openedAt));
    else if (kind === "heartbeat") {
      const { time, last_event } = data as { time: string; last_event: string };
      heartbeat(time, Number(last_event));
    } else if (isEventKind(kind)) event(readEvent(kind, data));
  };
}

/** Where a wish goes, and with what. The run that the person sees goes with it: a newer one is not meant. */
function requestOf(wish: Wish): { readonly path: string; readonly type: string; readonly body: BodyInit } {
  const type = "application/json";
  if (wish.do === "submit") return { path: "/api/jobs", type, body: JSON.stringify(wish.order) };
  if (wish.do !== "upload") {
    const path = `/api/jobs/${encodeURIComponent(wish.job)}:${wish.do}`;
    return { path, type, body: JSON.stringify({ run: wish.run }) };
  }
  return { path: `/api/uploads?name=${encodeURIComponent(wish.file.name)}`, type: "text/csv", body: wish.file };
}

async function readSubmitAnswer(wish: Wish, response: Response): Promise<SubmitAnswer> {
  if (response.ok && wish.do === "upload") return { is: "kept", upload: (await response.json()) as Upload };
  if (response.ok) return { is: "accepted", job: (await response.json()) as JobDocument };
  const problem = await readProblem(response);
  const afterMs = retryAfterMs(response);
  if (decidesNothing(response.status, problem)) return { is: "later", afterMs: afterMs ?? ASK_LATER_MS };
  const { type = "", title = "", remedy = "", errors = [] } = problem ?? {};
  const againAt = afterMs === null ? null : Date.now() + afterMs;
  return { is: "refused", refusal: { type: lastWord(type), title, remedy, where: errors[0]?.title ?? "", againAt } };
}

/** What the service itself says of a refusal; null where the answer comes from something on the way. */
async function readProblem(response: Response): Promise<Problem | null> {
  if (!response.headers.get("Content-Type")?.startsWith("application/problem+json")) return null;
  return (await response.json().catch(() => null)) as Problem | null;
}

/** The same request is still being accepted, or something on the way (429 and 5xx) could not pass it on. */
function decidesNothing(status: number, problem: Problem | null): boolean {
  if (problem !== null) return lastWord(problem.type ?? "") === "idempotency-key-in-use";
  return status === 409 || status === 429 || status >= 500;
}

/** What a problem's or a cause's type says: its last part. */
function lastWord(type: string): string {
  return type.split("/").at(-1) ?? "";
}

function retryAfterMs(response: Response): number | null {
  const seconds = Number(response.headers.get("Retry-After") ?? NaN);
  return Number.isFinite(seconds) ? Math.max(seconds, 1) * 1000 : null;
}

function getJson<Body>(path: string): Promise<Body> {
  return withTimeout(READ_TIMEOUT_MS, async (signal) => {
    const response = await fetch(path, { signal, headers: { Accept: "application/json" } });
    if (!response.ok) throw new Error(`${path} answered ${response.status}`);
    return (await response.json()) as Body;
  });
}

/** A connection can hang for ever without an error, so nothing here waits without an end. */
async function withTimeout<Result>(timeoutMs: number, ask: (signal: AbortSignal) => Promise<Result>): Promise<Result> {
  const controller = new AbortController();
  const timer = setTimeout(() => controller.abort(), timeoutMs);
  try {
    return await ask(controller.signal);
  } finally {
    clearTimeout(timer);
  }
}

function snapshotFrom(body: JobListBody, asOf: number): Snapshot {
  return { jobs: body.jobs, lastEvent: Number(body.last_event), asOf };
}
