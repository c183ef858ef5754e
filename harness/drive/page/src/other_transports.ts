/** What else a page can talk with: EventSource, XMLHttpRequest, beacons, WebSocket. */
import { XMLHttpRequestInterceptor } from "@mswjs/interceptors/XMLHttpRequest";
import { EventSource as VirtualEventSource } from "eventsource";

import type { Claims } from "./fetch";

type VirtualFetch = (request: Request, via: string) => Promise<Response>;

const NativeEventSource = window.EventSource;

export function installEventSource(claims: Claims): void {
  const chosen = function (url: string | URL, options?: EventSourceInit): object {
    const absolute = new URL(url, document.baseURI).href;
    if (claims.path(absolute) === null) {
      claims.passed("GET", absolute);
      return new NativeEventSource(url, options);
    }
    return new VirtualEventSource(absolute, options);
  };
  Object.assign(chosen, { CONNECTING: 0, OPEN: 1, CLOSED: 2, prototype: VirtualEventSource.prototype });
  window.EventSource = chosen as unknown as typeof window.EventSource;
}

export function installRequests(claims: Claims, virtual: VirtualFetch): void {
  const interceptor = new XMLHttpRequestInterceptor();
  interceptor.apply();
  interceptor.on("request", (event: { request: Request; controller: XhrController }) => {
    const { request, controller } = event;
    if (claims.path(request.url) === null) return claims.passed(request.method, request.url);
    return virtual(request, "xhr").then(
      (response) => controller.respondWith(response),
      (error: Error) => controller.errorWith(error),
    );
  });
}

interface XhrController {
  respondWith(response: Response): void;
  errorWith(error: Error): void;
}

export function installBeacon(claims: Claims): void {
  const native = navigator.sendBeacon.bind(navigator);
  navigator.sendBeacon = (url, data) => {
    if (claims.path(new URL(url, document.baseURI).href) === null) return native(url, data);
    void fetch(url, { method: "POST", body: data ?? null, keepalive: true }).catch(() => undefined);
    return true;
  };
}

/** No wire speaks WebSocket yet: a page that tries one finds that it cannot be had, as behind many a proxy. */
export function installWebSocket(claims: Claims): void {
  const Native = window.WebSocket;
  window.WebSocket = new Proxy(Native, {
    construct(target, args: [string | URL, (string | string[])?]) {
      const url = new URL(args[0], document.baseURI);
      const page = url.href.replace(/^ws/, "http");
      if (claims.path(page) === null) return new target(...args);
      return refused(url.href);
    },
  });
}

function refused(url: string): WebSocket {
  const socket = Object.assign(new EventTarget(), {
    url,
    readyState: 0,
    bufferedAmount: 0,
    extensions: "",
    protocol: "",
    binaryType: "blob",
    onopen: null,
    onmessage: null,
    onerror: null as ((event: Event) => void) | null,
    onclose: null as ((event: Event) => void) | null,
    close: () => undefined,
    send: () => {
      throw new DOMException("Still in CONNECTING state.", "InvalidStateError");
    },
  });
  setTimeout(() => {
    socket.readyState = 3;
    for (const event of [new Event("error"), new CloseEvent("close", { code: 1006, wasClean: false })]) {
      socket.dispatchEvent(event);
      (event.type === "error" ? socket.onerror : socket.onclose)?.(event);
    }
  }, 0);
  return socket as unknown as WebSocket;
}
