/**
 * Web Locks on virtual time. Every document keeps what it asked for; who may go on follows from what all of them ask, in
 * the order in which they asked. A lock of a document that is gone is free.
 */
import { everybody } from "./peers";

export interface Wish {
  /** When it was asked for; of several in one moment that of the lower tab comes first, then what was asked first. */
  readonly order: readonly [atMs: number, tab: number, count: number];
  readonly name: string;
  readonly mode: LockMode;
  held: boolean;
  grant(): void;
  lose(): void;
}

interface Host {
  readonly tab: number;
  now(): number;
  /** In this moment, and in a later one. */
  soon(act: () => void): void;
  later(act: () => void): void;
}

type Callback = (lock: Lock | null) => unknown;

/** What this document holds and waits for. */
export const wishes: Wish[] = [];
let count = 0;

/** Grants what is free now, whichever tab waits for it. */
export function grantLocks(): void {
  const all = everyWish().sort((one, two) => compare(one.order, two.order));
  for (const wish of all) if (!wish.held && isFree(wish, all)) wish.grant();
}

export function installLocks(host: Host): void {
  const manager = {
    request(name: string, ...rest: [Callback] | [LockOptions, Callback]): Promise<unknown> {
      const [options, callback] = rest.length > 1 ? (rest as [LockOptions, Callback]) : [{}, rest[0] as Callback];
      return ask(host, String(name), options, callback);
    },
    query: (): Promise<LockManagerSnapshot> => Promise.resolve({ held: told(true), pending: told(false) }),
  };
  Object.defineProperty(Navigator.prototype, "locks", { configurable: true, get: () => manager });
}

function ask(host: Host, name: string, options: LockOptions, callback: Callback): Promise<unknown> {
  const { mode = "exclusive", ifAvailable = false, steal = false, signal } = options;
  return new Promise((resolve, reject) => {
    if (signal?.aborted) return reject(signal.reason as Error);
    const answer = (lock: Lock | null): Promise<unknown> => new Promise((done) => done(callback(lock)));
    const end = (): void => {
      if (wishes.includes(wish)) wishes.splice(wishes.indexOf(wish), 1);
      host.soon(grantLocks);
    };
    const wish: Wish = {
      order: [steal ? -1 : host.now(), host.tab, (count += 1)],
      name,
      mode,
      held: false,
      grant() {
        wish.held = true;
        host.later(() => void answer({ name, mode }).then(resolve, reject).finally(end));
      },
      lose() {
        end();
        reject(new DOMException("The lock was stolen.", "AbortError"));
      },
    };
    wishes.push(wish);
    signal?.addEventListener("abort", () => {
      if (wish.held) return;
      end();
      reject(signal.reason as Error);
    });
    host.soon(() => {
      if (steal) for (const other of everyWish()) if (other.held && other.name === name) other.lose();
      grantLocks();
      if (wish.held || !ifAvailable) return;
      end();
      void answer(null).then(resolve, reject);
    });
  });
}

/** Nothing that is held, and nothing that was asked for before it, stands against it. */
function isFree(wish: Wish, all: readonly Wish[]): boolean {
  return all.every(
    (other) =>
      other === wish ||
      other.name !== wish.name ||
      (!other.held && compare(other.order, wish.order) > 0) ||
      (other.mode === "shared" && wish.mode === "shared"),
  );
}

function compare(one: Wish["order"], two: Wish["order"]): number {
  return one[0] - two[0] || one[1] - two[1] || one[2] - two[2];
}

function everyWish(): Wish[] {
  return everybody().flatMap((one) => one.wishes);
}

function told(held: boolean): LockInfo[] {
  const wanted = everyWish().filter((wish) => wish.held === held);
  return wanted.map(({ name, mode, order }) => ({ name, mode, clientId: `tab ${order[1] + 1}` }));
}
