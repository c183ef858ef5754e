/**
 * The page wants another document. That is put off: the clock has to stop first, and the next document has to be told
 * when it begins. Then `leave` does what the page wanted.
 */
import type { Cause } from "./types";

let wanted: { cause: Cause; go(): void } | null = null;
let mayLeave = false;

const nativeGo = History.prototype.go;

/** What the page is about to do. */
export function leaving(): Cause | null {
  return wanted?.cause ?? null;
}

/** The next document may begin now. */
export function leave(): void {
  mayLeave = true;
  wanted?.go();
}

export function watchLeaving(): void {
  stayLast();
  const prototype = History.prototype;
  prototype.go = function (delta = 0) {
    go(this, delta);
  };
  prototype.back = function () {
    go(this, -1);
  };
  prototype.forward = function () {
    go(this, 1);
  };
}

/** The page's own listeners come first: a router may make the navigation one within the document. */
function stayLast(): void {
  const add = navigation.addEventListener.bind(navigation) as typeof window.addEventListener;
  const remove = navigation.removeEventListener.bind(navigation) as typeof window.removeEventListener;
  const putOff = watchInterception();
  add("navigate", putOff);
  navigation.addEventListener = (...listening: Parameters<typeof add>) => {
    remove("navigate", putOff);
    add(...listening);
    add("navigate", putOff);
  };
}

function watchInterception(): (event: Event) => void {
  const intercepted = new WeakSet<Event>();
  const prototype = NavigateEvent.prototype;
  const native = Object.getOwnPropertyDescriptor(prototype, "intercept")!.value as typeof prototype.intercept;
  prototype.intercept = function (options) {
    intercepted.add(this);
    native.call(this, options);
  };
  return (event) => {
    if (!mayLeave && !intercepted.has(event) && replacesDocument(event as NavigateEvent))
      putOff(event as NavigateEvent);
  };
}

function replacesDocument(event: NavigateEvent): boolean {
  const { sameDocument, url } = event.destination;
  const leads = !sameDocument && event.navigationType !== "traverse" && event.downloadRequest === null;
  return leads && !event.defaultPrevented && /^https?:/.test(url);
}

function putOff(event: NavigateEvent): void {
  event.preventDefault();
  const { url } = event.destination;
  const { formData, navigationType } = event;
  if (navigationType === "reload") wanted = { cause: "reload", go: () => location.reload() };
  else if (formData) wanted = { cause: "navigate", go: () => post(url, formData) };
  else if (navigationType === "replace") wanted = { cause: "navigate", go: () => location.replace(url) };
  else wanted = { cause: "navigate", go: () => location.assign(url) };
}

function go(history: History, delta: number): void {
  const entries = navigation.entries();
  const entry = entries[(navigation.currentEntry?.index ?? 0) + delta];
  if (delta === 0) location.reload();
  else if (!entry || entry.sameDocument) nativeGo.call(history, delta);
  else wanted = { cause: "navigate", go: () => nativeGo.call(history, delta) };
}

/** Sends a form again as it was sent. Its files stay behind. */
function post(url: string, data: FormData): void {
  const form = document.createElement("form");
  form.method = "post";
  form.action = url;
  for (const [name, value] of data.entries()) {
    const input = document.createElement("input");
    Object.assign(input, { type: "hidden", name, value: typeof value === "string" ? value : value.name });
    form.append(input);
  }
  document.body.append(form);
  HTMLFormElement.prototype.submit.call(form);
}

const REFRESH = /^\s*(\d+)[.\d]*\s*(?:[;,]\s*(?:url\s*=\s*)?(["']?)(.*?)\2\s*)?$/i;

/** `<meta http-equiv="refresh">` follows the browser's own clock: `stop` ends it, and a timer of the page takes over. */
export function takeOverRefresh(): void {
  const meta = document.querySelector<HTMLMetaElement>('meta[http-equiv="refresh" i]');
  const told = REFRESH.exec(meta?.content ?? "");
  if (!told || leaving()) return;
  const [, seconds, , url] = told;
  window.stop();
  setTimeout(
    () => (url ? location.replace(new URL(url, document.baseURI)) : location.reload()),
    Number(seconds) * 1000,
  );
}
