/** What else a page can talk with: EventSource, XMLHttpRequest, beacons. */
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
