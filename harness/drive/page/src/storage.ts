/**
 * localStorage is shared by the tabs as in any browser; that it has changed is told at a moment of virtual time. The
 * browser's own `storage` events come when they like, and are kept from the page.
 */
import { readLetters, tell } from "./telling";

interface Change {
  readonly key: string | null;
  readonly oldValue: string | null;
  readonly newValue: string | null;
  readonly url: string;
}

type Method = (...args: unknown[]) => unknown;

const methods = Storage.prototype as unknown as Record<string, Method>;
const { getItem, setItem, removeItem, clear } = methods as Record<
  "getItem" | "setItem" | "removeItem" | "clear",
  Method
>;

export function installStorage(tab: number): void {
  const store = storeHere();
  if (!store) return;
  const shown = watched(store);
  Object.defineProperty(window, "localStorage", { configurable: true, get: () => shown });
  for (const name of ["getItem", "key", "setItem", "removeItem", "clear"]) watchMethod(name, store, shown);
  window.addEventListener("storage", (event) => event.isTrusted && event.stopImmediatePropagation(), { capture: true });
  readLetters("storage", ({ from, content }) => {
    if (from === tab) return;
    const event = new StorageEvent("storage", content as Change);
    Object.defineProperty(event, "storageArea", { value: shown });
    window.dispatchEvent(event);
  });
}

/** A document that is nobody's, such as `about:blank`, has none. */
function storeHere(): Storage | null {
  try {
    return window.localStorage;
  } catch {
    return null;
  }
}

/** Sees what is written as a property: `localStorage.job = "7"`. */
function watched(store: Storage): Storage {
  return new Proxy(store, {
    get: (target, key) => Reflect.get(target, key, target) as unknown,
    set(target, key, value) {
      changing(target, String(key), () => setItem.call(target, key, value));
      return true;
    },
    deleteProperty(target, key) {
      changing(target, String(key), () => removeItem.call(target, key));
      return true;
    },
  });
}

/** Whoever asks the object that the page sees asks the store behind it. */
function watchMethod(name: string, store: Storage, shown: Storage): void {
  const native = methods[name]!;
  methods[name] = function (this: unknown, ...args: unknown[]) {
    if (this !== store && this !== shown) return native.apply(this, args);
    const act = (): unknown => native.apply(store, args);
    if (native === setItem || native === removeItem) return changing(store, String(args[0]), act);
    if (native === clear && store.length > 0) return (act(), told(null, null, null));
    return act();
  };
}

/** Changes one item, and tells if it is another now. */
function changing(store: Storage, key: string, change: () => unknown): void {
  const read = (): string | null => getItem.call(store, key) as string | null;
  const before = read();
  change();
  const after = read();
  if (before !== after) told(key, before, after);
}

function told(key: string | null, oldValue: string | null, newValue: string | null): void {
  tell("storage", { key, oldValue, newValue, url: location.href } satisfies Change);
}
