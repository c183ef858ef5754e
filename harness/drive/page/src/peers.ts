/**
 * The tabs and windows of one trial. Each was opened by another one (`window.open`), so that all run on one thread and
 * reach each other; the page is told that nobody opened it, as it would find it in tabs that a person opens.
 */
import type { Runtime } from "./runtime";

interface Peer {
  readonly runtime: Runtime | undefined;
  meet(known: ReadonlyMap<number, Window>): void;
}

type WindowOfTrial = Window & { readonly __meanwhile?: Peer };

const windows = new Map<number, Window>();
const nativeOpen = window.open.bind(window);

/** This is the window of that tab. */
export function settleIn(tab: number): void {
  windows.set(tab, window);
  Object.defineProperty(window, "opener", { configurable: true, writable: true, value: null });
}

/** Opens an empty tab beside this one. */
export function openBeside(tab: number): void {
  const opened = nativeOpen("about:blank");
  if (!opened) throw new Error("the browser opened no tab");
  windows.set(tab, opened);
}

export function meet(known: ReadonlyMap<number, Window>): void {
  for (const [tab, other] of known) windows.set(tab, other);
}

/** Makes a tab whose document is new known to all, and all to it. */
export function introduce(): void {
  for (const [tab, other] of windows) if (other.closed) windows.delete(tab);
  for (const other of windows.values()) (other as WindowOfTrial).__meanwhile?.meet(windows);
}

/** The document of a tab. */
export function runtimeOf(tab: number): Runtime {
  const runtime = (windows.get(tab) as WindowOfTrial | undefined)?.__meanwhile?.runtime;
  if (!runtime) throw new Error(`tab ${tab + 1} has no runtime: its document was replaced behind the harness's back`);
  return runtime;
}

/** The documents of all tabs that are known, in the order of their numbers. */
export function everybody(): Runtime[] {
  const tabs = [...windows].filter(([, other]) => !other.closed).sort(([one], [two]) => one - two);
  return tabs.flatMap(([, other]) => (other as WindowOfTrial).__meanwhile?.runtime ?? []);
}
