/** The screen recorder: what a person could perceive on the page, told as one whole picture and then what differs. */
import { Recorder, type RecorderOptions } from "./recorder";
import { CHECKS, type Check } from "./types";

export type { AnnouncementRecord, ScreenNode, ScreenRecord } from "./types";

export interface StartOptions extends Omit<RecorderOptions, "emit"> {
  readonly emit: (record: object) => void;
  /** Ways of hiding not to look for: only for tests of what each is worth. */
  readonly except?: readonly Check[];
}

/** Starts recording a window. Nothing is emitted before the first `flush`. */
export function startRecorder(
  options: StartOptions,
): Pick<Recorder, "flush" | "dirty" | "snapshotWhole" | "stop" | "idOf" | "shows" | "flash"> {
  const except = new Set(options.except ?? []);
  const enabled = Object.fromEntries(CHECKS.map((check) => [check, !except.has(check)])) as Record<Check, boolean>;
  return new Recorder(options, enabled);
}
