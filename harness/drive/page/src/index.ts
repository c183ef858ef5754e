/** Installed before any script of the page: Python calls `begin` for each document, then `run` for each segment. */
import { intend, type Intent } from "./asking";
import { conduct } from "./conductor";
import {
  findControls,
  findFileControls,
  findLink,
  keptBack,
  openDialog,
  spotOf,
  type Seen,
  type Spot,
} from "./controls";
import { activate, focusFrom, takeFocus } from "./focus";
import { leave } from "./leaving";
import { goLive, type LiveConfig, type Screen } from "./live";
import { introduce, meet, openBeside, runtimeOf, settleIn } from "./peers";
import { Runtime } from "./runtime";
import { sendUnsent } from "./telling";
import type { BeginConfig, Segment } from "./types";
import { setRegard } from "./visibility";
import { watch } from "./watch";

let runtime: Runtime | undefined;
let screen: Screen | undefined;

/** What outlives a document and cannot be cleared from outside it: gone before any script of the page runs. */
function forget(what: BeginConfig["forget"]): void {
  if (what === "nothing") return;
  window.name = "";
  sessionStorage.clear();
  if (what === "all") localStorage.clear();
}

const seen: Seen = {
  idOf: (element) => screen?.idOf(element) ?? null,
  shows: (element) => screen?.shows(element) ?? false,
};

const api = {
  begin(config: BeginConfig): void {
    if (window !== window.top) return;
    forget(config.forget);
    settleIn(config.tab);
    runtime = new Runtime(config);
    screen = runtime.screen;
  },
  /** Real time: time passes by itself. */
  live(config: LiveConfig, tell: (records: string) => void): void {
    if (window !== window.top || location.origin === "null") return;
    screen = goLive(config, tell);
  },
  get runtime(): Runtime | undefined {
    return runtime;
  },
  /** Lets time pass in every tab of the segment, this one among them. */
  async run(text: string): Promise<string> {
    const segment = JSON.parse(text) as Segment;
    const tabs = segment.tabs.map((one) => runtimeOf(one.number));
    return JSON.stringify(await conduct(segment, tabs));
  },
  leave,
  watch,
  setRegard,
  openBeside,
  introduce,
  meet(known: ReadonlyMap<number, Window>): void {
    meet(known);
    sendUnsent();
  },
  findControls: (wanted: [string, string][]) => findControls(wanted, seen),
  findFileControls: (wanted: [string, string][]) => findFileControls(wanted, seen),
  findLink: (path: string) => findLink(path, seen),
  openDialog: () => openDialog(seen),
  keptBack: () => keptBack(),
  focusFrom,
  takeFocus,
  activate,
  aim(handle: number, intent: Intent): Spot | null {
    intend(intent);
    return spotOf(handle);
  },
};

Object.defineProperty(window, "__meanwhile", { value: api, enumerable: false });
