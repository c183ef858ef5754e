/** Installed before any script of the page: Python calls `begin` for each document, then `run` for each segment. */
import { findControl, findLink } from "./controls";
import { leave } from "./leaving";
import { Runtime } from "./runtime";
import type { BeginConfig, Segment } from "./types";
import { setHidden } from "./visibility";
import { watch } from "./watch";

let runtime: Runtime | undefined;

/** What outlives a document in a tab and cannot be cleared from outside it: gone before any script of the page runs. */
function forget(): void {
  window.name = "";
  sessionStorage.clear();
  localStorage.clear();
}

const idOf = (element: Element): string | null => runtime?.idOf(element) ?? null;

const api = {
  begin(config: BeginConfig): void {
    if (window !== window.top) return;
    if (config.fresh) forget();
    runtime = new Runtime(config);
  },
  async run(segment: string): Promise<string> {
    if (!runtime) throw new Error("the page has no runtime: the document was replaced behind the harness's back");
    return JSON.stringify(await runtime.run(JSON.parse(segment) as Segment));
  },
  leave,
  watch,
  setHidden,
  findControl: (role: string, name: string) => findControl(role, name, idOf),
  findLink: (path: string) => findLink(path, idOf),
};

Object.defineProperty(window, "__meanwhile", { value: api, enumerable: false });
