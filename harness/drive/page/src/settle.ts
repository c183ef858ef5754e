/**
 * Lets the page finish what it started at one virtual instant.
 *
 * One hop over a MessageChannel runs every microtask and every message queued before it. `busy` counts work whose end is
 * not a message (body reads, crypto, storage); `dirty` says that the page posted a message of its own, so that another
 * hop is due. A real `setTimeout(0)` is clamped to 4 ms and `scheduler.postTask` overtakes the page: neither will do.
 */
const channel = new MessageChannel();
const waiting: (() => void)[] = [];
const nativePost = MessagePort.prototype.postMessage;
const nativeFrame = window.requestAnimationFrame.bind(window);
channel.port1.onmessage = () => waiting.shift()?.();

let dirty = false;
let busy = 0;
let watchers = 0;

export function hop(): Promise<void> {
  return new Promise((resolve) => {
    waiting.push(resolve);
    nativePost.call(channel.port2, null);
  });
}

/** More hops than this without anything to wait for is a page that posts itself messages for ever. */
const MOST_HOPS = 20_000;

/** Returns what went wrong, or null once the page rests. */
export async function settle(): Promise<string | null> {
  let idle = 0;
  do {
    if (busy === 0 && ++idle > MOST_HOPS) return `the page did ${MOST_HOPS} things without letting time pass`;
    dirty = false;
    await hop();
  } while (dirty || busy > 0);
  return null;
}

/** Resize and intersection observers fire on real frames only: where one is alive, a frame belongs to settling. */
export async function settleFrame(): Promise<void> {
  if (watchers === 0) return;
  await new Promise((resolve) => nativeFrame(resolve));
  await settle();
}

export function hold<T>(work: Promise<T>): Promise<T> {
  busy += 1;
  const release = (): void => {
    busy -= 1;
    dirty = true;
  };
  work.then(release, release);
  return work;
}

/** Bodies that stay open: reading one to its end is no work that ends at this instant. */
const endless = new WeakSet<object>();

export function neverEnds(response: Response): void {
  endless.add(response);
}

function countCalls(prototype: object, names: readonly string[]): void {
  const methods = prototype as Record<string, unknown>;
  for (const name of names) {
    const native = methods[name];
    if (typeof native !== "function") continue;
    methods[name] = function (this: unknown, ...args: unknown[]) {
      const work = Promise.resolve(native.apply(this, args) as unknown);
      return endless.has(this as object) ? work : hold(work);
    };
  }
}

function markMessages(prototype: object): void {
  const port = prototype as { postMessage: (...args: unknown[]) => void };
  const native = port.postMessage;
  port.postMessage = function (this: unknown, ...args: unknown[]) {
    dirty = true;
    native.apply(this, args);
  };
}

function countStorage(): void {
  countCalls(IDBFactory.prototype, ["databases"]);
  if (window.CacheStorage) countCalls(CacheStorage.prototype, ["open", "has", "keys", "match", "delete"]);
  if (window.Cache) countCalls(Cache.prototype, ["match", "matchAll", "keys", "put", "delete"]);
  if (window.ServiceWorkerContainer) {
    countCalls(ServiceWorkerContainer.prototype, ["getRegistration", "getRegistrations"]);
  }
}

function countRequests(): void {
  const native = IDBRequest.prototype;
  for (const owner of [IDBObjectStore.prototype, IDBIndex.prototype, IDBFactory.prototype] as object[]) {
    const methods = owner as Record<string, unknown>;
    for (const name of Object.getOwnPropertyNames(owner)) {
      const method = Object.getOwnPropertyDescriptor(owner, name)?.value as unknown;
      if (typeof method !== "function" || name === "constructor") continue;
      methods[name] = function (this: unknown, ...args: unknown[]) {
        const made: unknown = method.apply(this, args);
        if (native.isPrototypeOf(made as object)) {
          const request = made as IDBRequest;
          void hold(
            new Promise<void>((resolve) => {
              request.addEventListener("success", () => resolve());
              request.addEventListener("error", () => resolve());
            }),
          );
        }
        return made;
      };
    }
  }
}

function countObservers(name: "ResizeObserver" | "IntersectionObserver"): void {
  const native = window[name].prototype as { observe(target: Element): void; disconnect(): void };
  const { observe, disconnect } = native;
  const alive = new WeakSet<object>();
  native.observe = function (this: object, ...args) {
    if (!alive.has(this)) watchers += 1;
    alive.add(this);
    observe.apply(this, args);
  };
  native.disconnect = function (this: object) {
    if (alive.delete(this)) watchers -= 1;
    disconnect.apply(this);
  };
}

/** Wraps what a page can wait for besides timers and the network. */
export function watchPage(): void {
  markMessages(MessagePort.prototype);
  markMessages(window);
  countCalls(Response.prototype, ["json", "text", "arrayBuffer", "blob", "formData", "bytes"]);
  countCalls(Request.prototype, ["json", "text", "arrayBuffer", "blob", "formData", "bytes"]);
  countCalls(Blob.prototype, ["text", "arrayBuffer", "bytes"]);
  if (window.SubtleCrypto)
    countCalls(SubtleCrypto.prototype, ["digest", "encrypt", "decrypt", "sign", "verify", "importKey"]);
  countStorage();
  countRequests();
  countObservers("ResizeObserver");
  countObservers("IntersectionObserver");
}
