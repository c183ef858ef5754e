/** Watches a page at work in real time, for `meanwhile init`: what is pressed, what the streams bring, what stands on it. */
import { CONTROLS, isDisabled, spokenName } from "./controls";
import { startRecorder } from "./recorder/index";
import { roleOf } from "./recorder/roles";
import type { ScreenRecord } from "./recorder";

type Tell = (record: string) => void;

const LOOK_AGAIN_MS = 200;

/** `tell` is given each record as JSON. Moments are those of the wall clock, for the requests' are. */
export function watch(tell: Tell): void {
  const say = (record: object): void => tell(JSON.stringify({ ...record, at: Date.now() }));
  watchPresses(say);
  watchStreams(say);
  watchScreen(say);
}

function watchPresses(say: (record: object) => void): void {
  const pressed = (event: Event): void => {
    const control = event.composedPath().find((one) => one instanceof Element && one.matches(CONTROLS));
    if (!(control instanceof Element) || isDisabled(control)) return;
    const role = roleOf(control) ?? "";
    say({ record: "press", role, name: spokenName(control, role) });
  };
  window.addEventListener("click", pressed, { capture: true });
}

/** Every kind of event that the page listens for is heard here too; of others nobody would know. */
function watchStreams(say: (record: object) => void): void {
  window.EventSource = new Proxy(window.EventSource, {
    construct(Native, args: [string | URL, EventSourceInit?]) {
      const source = new Native(...args);
      listenAlong(source, say);
      return source;
    },
  });
}

function listenAlong(source: EventSource, say: (record: object) => void): void {
  const native = source.addEventListener.bind(source) as (kind: string, ...rest: unknown[]) => void;
  const heard = new Set(["open", "error"]);
  const hear = (kind: string): void => {
    if (heard.has(kind)) return;
    heard.add(kind);
    native(kind, ({ data, lastEventId: id }: MessageEvent<string>) =>
      say({ record: "message", url: source.url, event: kind === "message" ? null : kind, data, id }),
    );
  };
  hear("message");
  const both = (kind: string, ...rest: unknown[]): void => {
    hear(kind);
    native(kind, ...rest);
  };
  Object.defineProperty(source, "addEventListener", { value: both });
}

/** The words and controls on the page as it is, and again whenever it may have changed. */
function watchScreen(say: (record: object) => void): void {
  const begin = (): void => {
    const nodes = new Map<string, ScreenRecord["set"][string]>();
    const emit = (record: object): void => {
      if ((record as ScreenRecord).record !== "screen") return;
      const { set, del } = record as ScreenRecord;
      for (const [id, node] of Object.entries(set)) nodes.set(id, node);
      for (const id of del) nodes.delete(id);
      say({ record: "screen", url: location.href, title: document.title, nodes: [...nodes.values()] });
    };
    const recorder = startRecorder({ window, now: () => Date.now(), emit });
    recorder.flush();
    setInterval(() => {
      if (recorder.dirty()) recorder.flush();
    }, LOOK_AGAIN_MS);
  };
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", begin);
  else begin();
}
