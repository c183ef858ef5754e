/**
 * WebSocket over the virtual network. Messages are what the wire sends, whole; what the page says goes to nobody.
 *
 * As in a browser a socket that cannot be had has an error and then a close with 1006; one that was open and breaks has the
 * close alone. In a black hole it stays open in silence, and a page that closes it waits for the other side.
 */
import type { Claims } from "./fetch";
import type { Connection, Network } from "./network";
import type { Answer } from "./types";

const [CONNECTING, OPEN, CLOSING, CLOSED] = [0, 1, 2, 3];
const STATES = { CONNECTING, OPEN, CLOSING, CLOSED };
const SWITCHED = 101;
const NORMAL = 1000;
const NO_CODE = 1005;
const BROKEN = 1006;
const LONGEST_REASON = 123;
const TOKEN = /^[\w!#$%&'*+.^`|~-]+$/;
const EVENTS = ["open", "message", "error", "close"] as const;

type Data = string | Blob | ArrayBuffer | ArrayBufferView;
type Handler = ((event: Event) => void) | null;

export function installWebSocket(network: Network, claims: Claims): void {
  const Native = window.WebSocket;
  const chosen = function (url: string | URL, protocols: string | string[] = []): object {
    const address = addressOf(url);
    const path = claims.path(address.href.replace(/^ws/, "http"));
    if (path === null) return new Native(url, protocols);
    return new VirtualSocket(network, address, path, listed(protocols));
  };
  Object.assign(chosen, STATES, { prototype: VirtualSocket.prototype });
  window.WebSocket = chosen as unknown as typeof window.WebSocket;
}

export class VirtualSocket extends EventTarget {
  declare onopen: Handler;
  declare onmessage: Handler;
  declare onerror: Handler;
  declare onclose: Handler;
  declare readonly CONNECTING: 0;
  declare readonly OPEN: 1;
  declare readonly CLOSING: 2;
  declare readonly CLOSED: 3;
  readonly url: string;
  readonly extensions = "";
  binaryType: BinaryType = "blob";
  bufferedAmount = 0;
  protocol = "";
  readyState = CONNECTING;
  private readonly connection: Connection;
  private readonly handlers: Partial<Record<string, Handler>> = {};

  constructor(
    private readonly network: Network,
    address: URL,
    path: string,
    protocols: readonly string[],
  ) {
    super();
    this.url = address.href;
    const headers: Record<string, string> = { connection: "Upgrade", upgrade: "websocket", origin: location.origin };
    if (protocols.length > 0) headers["sec-websocket-protocol"] = protocols.join(", ");
    this.connection = network.send(
      { method: "GET", path, headers, body: null, via: "websocket" },
      {
        head: (answer, stream) => this.answered(answer, stream, protocols),
        chunk: (text) => this.heard(text),
        end: () => this.ended(NORMAL),
        fail: () => this.broke(),
      },
    );
  }

  /** There is nobody who would hear it: a wire tells, and is asked by requests. */
  send(data: Data): void {
    if (this.readyState === CONNECTING) throw new DOMException("Still in CONNECTING state.", "InvalidStateError");
    const bytes = sizeOf(data);
    this.bufferedAmount += bytes;
    if (this.readyState === OPEN) this.network.soon(() => (this.bufferedAmount -= bytes));
  }

  close(code?: number, reason = ""): void {
    checkClosing(code, reason);
    if (this.readyState === CLOSING || this.readyState === CLOSED) return;
    const wasOpen = this.readyState === OPEN;
    this.readyState = CLOSING;
    if (wasOpen) this.network.part(this.connection, () => this.ended(code ?? NO_CODE, reason));
    else {
      this.network.abort(this.connection);
      this.network.soon(() => this.failed());
    }
  }

  /** What `onopen` and its like hold. */
  handler(name: string): Handler {
    return this.handlers[name] ?? null;
  }

  setHandler(name: string, handler: Handler): void {
    if (!(name in this.handlers)) this.addEventListener(name, (event) => this.handlers[name]?.call(this, event));
    this.handlers[name] = typeof handler === "function" ? handler : null;
  }

  private answered(answer: Answer, stream: boolean, protocols: readonly string[]): void {
    const protocol = answer.headers["sec-websocket-protocol"] ?? "";
    const agreed = protocols.length === 0 ? protocol === "" : protocols.includes(protocol);
    if (!stream || answer.status !== SWITCHED || !agreed) return this.refused(stream);
    this.protocol = protocol;
    this.readyState = OPEN;
    this.dispatchEvent(new Event("open"));
  }

  /** The server answered, and not with this socket: what else it says is nobody's. */
  private refused(stream: boolean): void {
    if (stream) this.network.abort(this.connection);
    this.failed();
  }

  private heard(data: string): void {
    if (this.readyState !== OPEN || data === "") return;
    this.dispatchEvent(new MessageEvent("message", { data, origin: new URL(this.url).origin }));
  }

  private broke(): void {
    if (this.readyState === CONNECTING) this.failed();
    else this.ended(BROKEN);
  }

  private failed(): void {
    this.readyState = CLOSED;
    this.dispatchEvent(new Event("error"));
    this.dispatchEvent(new CloseEvent("close", { code: BROKEN }));
  }

  private ended(code: number, reason = ""): void {
    if (this.readyState === CLOSED) return;
    this.readyState = CLOSED;
    const wasClean = code !== BROKEN;
    this.dispatchEvent(new CloseEvent("close", { code, reason: wasClean ? reason : "", wasClean }));
  }
}

Object.assign(VirtualSocket.prototype, STATES);
for (const name of EVENTS) {
  Object.defineProperty(VirtualSocket.prototype, `on${name}`, {
    configurable: true,
    enumerable: true,
    get(this: VirtualSocket) {
      return this.handler(name);
    },
    set(this: VirtualSocket, handler: Handler) {
      this.setHandler(name, handler);
    },
  });
}

function addressOf(url: string | URL): URL {
  const invalid = new DOMException(`The URL '${String(url)}' is invalid.`, "SyntaxError");
  if (!URL.canParse(url, document.baseURI)) throw invalid;
  const address = new URL(url, document.baseURI);
  address.protocol = address.protocol.replace(/^http/, "ws");
  if (/^wss?:$/.test(address.protocol) && !address.hash) return address;
  throw invalid;
}

function listed(protocols: string | string[]): string[] {
  const all = typeof protocols === "string" ? [protocols] : [...protocols];
  const wrong = all.find((one, index) => !TOKEN.test(one) || all.indexOf(one) !== index);
  if (wrong === undefined) return all;
  throw new DOMException(`The subprotocol '${wrong}' is invalid or given twice.`, "SyntaxError");
}

function checkClosing(code: number | undefined, reason: string): void {
  if (code !== undefined && code !== NORMAL && (code < 3000 || code > 4999)) {
    throw new DOMException(`The close code must be 1000, or 3000 to 4999; ${code} is neither.`, "InvalidAccessError");
  }
  if (sizeOf(reason) <= LONGEST_REASON) return;
  throw new DOMException(`The close reason is longer than ${LONGEST_REASON} bytes.`, "SyntaxError");
}

function sizeOf(data: Data): number {
  if (typeof data === "string") return new TextEncoder().encode(data).length;
  return data instanceof Blob ? data.size : data.byteLength;
}
