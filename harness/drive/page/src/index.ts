/** Installed before any script of the page: Python calls `begin` for each document, then `run` for each segment. */
import { intend, type Intent } from "./asking";
import { findControls, findLink, openDialog, spotOf, type Seen, type Spot } from "./controls";
import { activate, focusFrom, takeFocus } from "./focus";
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

const seen: Seen = {
  idOf: (element) => runtime?.screen.idOf(element) ?? null,
  shows: (element) => runtime?.screen.shows(element) ?? false,
};

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
  findControls: (wanted: [string, string][]) => findControls(wanted, seen),
  findLink: (path: string) => findLink(path, seen),
  openDialog: () => openDialog(seen),
  focusFrom,
  takeFocus,
  activate,
  aim(handle: number, intent: Intent): Spot | null {
    intend(intent);
    return spotOf(handle);
  },
};

Object.defineProperty(window, "__meanwhile", { value: api, enumerable: false });
