/** One document in real time: nothing of it is replaced but the date on the device; what stands on it is told as it is painted. */
import { installAsking } from "./asking";
import { Glances } from "./glances";
import { startRecorder } from "./recorder/index";
import { installVisibility, type Regard } from "./visibility";

export interface LiveConfig extends Regard {
  /** The wall clock's millisecond at which the trial began, and what the device's clock showed then. */
  readonly started_ms: number;
  readonly epoch_ms: number;
}

type Tell = (records: string) => void;
export type Screen = Pick<ReturnType<typeof startRecorder>, "idOf" | "shows">;

/** `tell` is given records as a JSON list. */
export function goLive(config: LiveConfig, tell: Tell): Screen {
  const now = (): number => Math.round(performance.timeOrigin + performance.now() - config.started_ms);
  const told: object[] = [
    { record: "document", at_ms: now(), url: location.pathname + location.search + location.hash },
  ];
  const hand = (): void => {
    if (told.length > 0) tell(JSON.stringify(told.splice(0)));
  };
  const keep = (record: object): void => {
    told.push(record);
    glances.soon();
  };
  hand();
  setDate(config.epoch_ms - config.started_ms);
  installVisibility(config);
  const recorder = startRecorder({ window, now, emit: keep, noticed: () => glances.soon() });
  const look = (): void => {
    if (recorder.dirty()) recorder.flush();
    hand();
  };
  const glances = new Glances(look, () => recorder.dirty());
  installAsking({ show: (text, buttons) => recorder.flash(text, buttons), record: keep, now });
  watchLoad(now, keep, hand);
  return recorder;
}

/** The device's clock shows the trial's own date; it runs as ever. */
function setDate(shiftMs: number): void {
  const Native = Date;
  const nowMs = (): number => Native.now() + shiftMs;
  window.Date = new Proxy(Native, {
    apply: () => new Native(nowMs()).toString(),
    construct: (_, args: unknown[]) =>
      (args.length === 0 ? new Native(nowMs()) : Reflect.construct(Native, args)) as Date,
    get: (native, name) => (name === "now" ? nowMs : (Reflect.get(native, name) as unknown)),
  });
}

function watchLoad(now: () => number, keep: (record: object) => void, hand: () => void): void {
  window.addEventListener("load", () => {
    keep({ record: "loaded", at_ms: now() });
    hand();
  });
}
