/**
 * Holds time while the page loads a script, style sheet or picture that it asks for late (a route's chunk, mostly).
 *
 * No hook tells a page that it runs `import()`. A report-only policy does, before the page's next task: the document is
 * served with one that everything with an address violates (assets.py), and blocks nothing. A load that an element began
 * ends with that element's own event; any other script is an `import()`, and importing the same address again waits for
 * the same module. What is asked for before the document's load event holds that back by itself, but for `import()`.
 */
import { hold } from "./settle";

/** How the policy of assets.py ends: reports on a policy of the page's own stay the page's. */
const OURS = "report-uri about:meanwhile";

const made = new Map<string, Set<WeakRef<Element>>>([
  ["script", new Set()],
  ["link", new Set()],
  ["img", new Set()],
]);
const importing = new Set<string>();
const early = new Set<string>();
const nativeTimeout = window.setTimeout.bind(window);
/** No load is waited for longer than this, in real time. */
const PATIENCE_MS = 10_000;

export function watchLoads(): void {
  rememberMade();
  addEventListener("securitypolicyviolation", noticed, { capture: true });
  addEventListener("load", takeUpEarly, { capture: true });
}

/** The imports that are still on their way when the document has loaded. */
function takeUpEarly(event: Event): void {
  if (event.target !== document) return;
  for (const url of early) if (performance.getEntriesByName(url, "resource").length === 0) holdImport(url);
}

/** A script may leave the document before it has loaded: those made by script are remembered wherever they are. */
function rememberMade(): void {
  const native = Document.prototype.createElement;
  Document.prototype.createElement = function (this: Document, ...asked: [string, ElementCreationOptions?]) {
    const element = native.apply(this, asked);
    made.get(element.localName)?.add(new WeakRef(element));
    return element;
  };
  window.Image = new Proxy(window.Image, {
    construct(native, size: [number?, number?]) {
      const image = new native(...size);
      made.get("img")!.add(new WeakRef(image));
      return image;
    },
  });
}

function noticed(event: SecurityPolicyViolationEvent): void {
  if (!event.originalPolicy.endsWith(OURS)) return;
  event.stopImmediatePropagation();
  const url = event.blockedURI;
  if (!/^https?:/.test(url)) return;
  const isScript = event.effectiveDirective === "script-src-elem";
  if (document.readyState !== "complete") {
    if (isScript) early.add(url);
    return;
  }
  const element = loading(url);
  if (element) void hold(ended(element));
  else if (isScript) holdImport(url);
}

function ended(element: Element): Promise<void> {
  return new Promise((resolve) => {
    for (const type of ["load", "error"]) element.addEventListener(type, () => resolve(), { once: true });
    nativeTimeout(resolve, PATIENCE_MS);
  });
}

function holdImport(url: string): void {
  if (!loading(url) && !importing.has(url)) void hold(again(url));
}

async function again(url: string): Promise<void> {
  importing.add(url);
  await import(/* @vite-ignore */ url).catch(() => undefined);
  importing.delete(url);
}

/** The element that asked for an address last. */
function loading(url: string): Element | undefined {
  const inPage = document.querySelectorAll(
    "script[src],link:is([rel~=stylesheet],[rel~=modulepreload],[rel~=preload]),img",
  );
  return [...inPage, ...remembered()].reverse().find((element) => addressOf(element) === url);
}

function* remembered(): Iterable<Element> {
  for (const kept of made.values())
    for (const reference of kept) {
      const element = reference.deref();
      if (element) yield element;
      else kept.delete(reference);
    }
}

function addressOf(element: Element): string {
  const { currentSrc, src, href } = element as HTMLScriptElement & HTMLLinkElement & HTMLImageElement;
  return (currentSrc || src || href || "").split("#")[0]!;
}
