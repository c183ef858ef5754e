/** The page's `fetch` over the virtual network. What no wire claims goes to the real one, with the clock stopped. */
import { bodyOf, plainForm, type RequestBody } from "./bodies";
import type { Connection, Network, Sent } from "./network";
import { hold, neverEnds } from "./settle";
import type { Answer } from "./types";

const nativeFetch = window.fetch.bind(window);
const encoder = new TextEncoder();
const NULL_BODY = [101, 204, 205, 304];

export interface Claims {
  /** The path that the wire answers, or null where the request is none of its business. */
  path(url: string): string | null;
  /** `status`: what the real server answers, where that can be told. */
  passed(method: string, url: string, status?: Promise<number | null>): void;
}

export function installFetch(network: Network, claims: Claims): (input: Request, via: string) => Promise<Response> {
  const send = (request: Request, via: string, body: RequestBody | null): Promise<Response> => {
    const path = claims.path(request.url)!;
    return exchange(network, { method: request.method, path, ...plainForm(headersOf(request), body), via }, request);
  };
  // Bodies that have to be read leave in the order in which they were sent, however long each takes to be read.
  let read: Promise<unknown> = Promise.resolve();
  const virtual = async (request: Request, via: string): Promise<Response> => {
    if (!request.body) return send(request, via, null);
    const body = Promise.all([bodyOf(request), read]);
    read = body.catch(() => undefined);
    return send(request, via, (await body)[0]);
  };

  window.fetch = (input, init) => {
    let request: Request;
    try {
      request = new Request(input, init);
    } catch (error) {
      return Promise.reject(error instanceof Error ? error : new TypeError(String(error)));
    }
    if (claims.path(request.url) === null) {
      const answer = hold(nativeFetch(request));
      const status = answer.then(
        (response) => response.status,
        () => null,
      );
      claims.passed(request.method, request.url, status);
      return answer;
    }
    const via = request.headers.get("accept") === "text/event-stream" ? "eventsource" : "fetch";
    // A text body is at hand at once; anything else has to be read first, which takes a hop.
    const { body } = init ?? {};
    return typeof body === "string" ? send(request, via, { text: body, bytes: body.length }) : virtual(request, via);
  };

  return virtual;
}

function headersOf(request: Request): Record<string, string> {
  return Object.fromEntries(request.headers.entries());
}

function exchange(network: Network, sent: Sent, request: Request): Promise<Response> {
  return new Promise((resolve, reject) => {
    const { signal } = request;
    if (signal.aborted) return reject(signal.reason as Error);
    const body = new Body();
    const connection: Connection = network.send(sent, {
      head: (answer, stream) => resolve(body.response(answer, stream, request.url)),
      chunk: (text) => body.push(text),
      end: () => body.end(),
      fail: () => {
        const error = new TypeError("Failed to fetch");
        body.fail(error);
        reject(error);
      },
    });
    signal.addEventListener("abort", () => {
      if (!connection.open) return;
      network.abort(connection);
      body.fail(signal.reason as Error);
      reject(signal.reason as Error);
    });
  });
}

/** A response's bytes. A stream, never a string: a string body takes hundreds of hops to clone. */
class Body {
  private controller: ReadableStreamDefaultController<Uint8Array> | undefined;
  private readonly stream = new ReadableStream<Uint8Array>({
    start: (controller) => void (this.controller = controller),
  });

  response(answer: Answer, stream: boolean, url: string): Response {
    const headers = stream ? { ...answer.headers, "content-type": "text/event-stream" } : answer.headers;
    const body = NULL_BODY.includes(answer.status) ? null : this.stream;
    const response = new Response(body, { status: answer.status, headers });
    Object.defineProperty(response, "url", { value: url, configurable: true });
    if (stream) neverEnds(response);
    return response;
  }

  push(text: string): void {
    this.controller?.enqueue(encoder.encode(text));
  }

  end(): void {
    this.controller?.close();
    this.controller = undefined;
  }

  fail(error: Error): void {
    this.controller?.error(error);
    this.controller = undefined;
  }
}
