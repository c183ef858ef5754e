// @vitest-environment happy-dom
import { beforeEach, describe, expect, it } from "vitest";
import type { Connection, Listener, Network, Sent } from "../../../harness/drive/page/src/network";
import { installWebSocket } from "../../../harness/drive/page/src/socket";
import type { Answer } from "../../../harness/drive/page/src/types";

const SWITCHED: Answer = { status: 101, headers: {}, body: "" };

/** A network on which nothing happens by itself. */
class Still {
  sent: Sent[] = [];
  aborted = 0;
  later: (() => void)[] = [];
  listener!: Listener;
  parted!: () => void;
  send(sent: Sent, listener: Listener): Connection {
    this.sent.push(sent);
    this.listener = listener;
    return {} as Connection;
  }
  abort(): void {
    this.aborted += 1;
  }
  part(_: Connection, parted: () => void): void {
    this.parted = parted;
  }
  soon(act: () => void): void {
    this.later.push(act);
  }
}

let network: Still;
let log: string[];

function listen(protocols?: string | string[]): WebSocket {
  const socket = new WebSocket("/api/socket", protocols);
  for (const name of ["open", "message", "error", "close"]) {
    socket.addEventListener(name, (event) => {
      const { code, reason, wasClean, data } = event as CloseEvent & MessageEvent<string>;
      const told = name === "close" ? ` ${code} ${reason} ${wasClean}` : name === "message" ? ` ${data}` : "";
      log.push(`${name}${told} ${socket.readyState}`);
    });
  }
  return socket;
}

function opened(): WebSocket {
  const socket = listen();
  network.listener.head(SWITCHED, true);
  return socket;
}

beforeEach(() => {
  location.href = "http://shop.example/jobs";
  [network, log] = [new Still(), []];
  installWebSocket(network as unknown as Network, { path: (url) => new URL(url).pathname, passed: () => undefined });
});

describe("a socket", () => {
  it("asks by a handshake, and says what the page may know of it", () => {
    const socket = listen(["b", "a"]);
    const headers = { connection: "Upgrade", upgrade: "websocket", origin: "http://shop.example" };
    expect(network.sent).toEqual([
      {
        ...{ method: "GET", path: "/api/socket", body: null, via: "websocket" },
        headers: { ...headers, "sec-websocket-protocol": "b, a" },
      },
    ]);
    expect([socket.url, socket.readyState, socket.protocol, socket.extensions, socket.binaryType]).toEqual([
      "ws://shop.example/api/socket",
      ...[0, "", "", "blob"],
    ]);
    expect([WebSocket.CONNECTING, WebSocket.OPEN, socket.CLOSING, socket.CLOSED]).toEqual([0, 1, 2, 3]);
    expect(socket).toBeInstanceOf(WebSocket);
  });

  it("hears whole messages while it is open", () => {
    opened();
    network.listener.chunk("one");
    network.listener.chunk("two");
    network.listener.end();
    network.listener.chunk("three");
    expect(log).toEqual(["open 1", "message one 1", "message two 1", "close 1000  true 3"]);
  });

  it("has an error where it never opened, and none where it broke", () => {
    listen();
    network.listener.fail();
    opened();
    network.listener.fail();
    expect(log).toEqual(["error 3", "close 1006  false 3", "open 1", "close 1006  false 3"]);
  });

  it.each([
    [{ ...SWITCHED, status: 200 }, true],
    [SWITCHED, false],
    [{ ...SWITCHED, headers: { "sec-websocket-protocol": "unasked" } }, true],
  ])("takes nothing but a switch of protocols for an opening", (answer, stream) => {
    listen();
    network.listener.head(answer, stream);
    network.listener.end();
    expect(log).toEqual(["error 3", "close 1006  false 3"]);
    expect(network.aborted).toBe(stream ? 1 : 0);
  });

  it("needs an answer to the protocols that it offers", () => {
    const socket = listen("a");
    network.listener.head({ ...SWITCHED, headers: { "sec-websocket-protocol": "a" } }, true);
    expect(socket.protocol).toBe("a");
    listen("a");
    network.listener.head(SWITCHED, true);
    expect(log).toEqual(["open 1", "error 3", "close 1006  false 3"]);
  });

  it("is closed once the other side has agreed", () => {
    const socket = opened();
    socket.close(4001, "enough");
    socket.close();
    network.listener.chunk("late");
    expect([socket.readyState, log]).toEqual([2, ["open 1"]]);
    network.parted();
    expect(log).toEqual(["open 1", "close 4001 enough true 3"]);
  });

  it("is closed without a code where none is given, and uncleanly where the other side is gone", () => {
    opened().close();
    network.parted();
    opened().close();
    network.listener.fail();
    expect(log).toEqual(["open 1", "close 1005  true 3", "open 1", "close 1006  false 3"]);
  });

  it("given up before it opens, has failed", () => {
    listen().close();
    expect([log, network.aborted]).toEqual([[], 1]);
    network.later.forEach((act) => act());
    expect(log).toEqual(["error 3", "close 1006  false 3"]);
  });

  it("counts what it has not sent yet", () => {
    const socket = listen();
    expect(() => socket.send("x")).toThrow(/CONNECTING/);
    network.listener.head(SWITCHED, true);
    socket.send("\u00fc");
    socket.send(new Uint8Array(3));
    expect(socket.bufferedAmount).toBe(5);
    network.later.forEach((act) => act());
    expect(socket.bufferedAmount).toBe(0);
    network.listener.end();
    socket.send("gone");
    expect(socket.bufferedAmount).toBe(4);
  });

  it("calls what is set on it in turn with what was added, and forgets what is taken off", () => {
    const socket = new WebSocket("/api/socket");
    socket.onmessage = () => log.push("first");
    socket.addEventListener("message", () => log.push("second"));
    network.listener.head(SWITCHED, true);
    network.listener.chunk("x");
    socket.onmessage = null;
    network.listener.chunk("x");
    expect([log, socket.onmessage]).toEqual([["first", "second", "second"], null]);
  });

  it.each([
    ["ftp://shop.example/", undefined],
    ["/api/socket#part", undefined],
    ["http://[", undefined],
    ["/api/socket", ["a", "a"]],
    ["/api/socket", "no token"],
  ])("cannot be asked for at %s with %s", (url, protocols) => {
    expect(() => new WebSocket(url, protocols)).toThrow(expect.objectContaining({ name: "SyntaxError" }) as Error);
  });

  it("closes with no code that is not the page's, and no reason without end", () => {
    const socket = opened();
    expect(() => socket.close(1006)).toThrow(/1006/);
    expect(() => socket.close(1000, "x".repeat(124))).toThrow(/123/);
    expect(socket.readyState).toBe(1);
  });
});
