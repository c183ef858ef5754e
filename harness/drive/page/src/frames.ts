/**
 * Animation frames on the virtual clock: one timestamp for all callbacks of a frame. A page that asks for frame after
 * frame would cost 37,500 of them in ten minutes, so the grid grows coarser while nothing on the page changes.
 */
const FINE_MS = 16;
const COARSE_MS = 250;
const PATIENCE = 30;

let changes = 0;

/** Told by the recorder: something that may be seen has changed. */
export function pageChanged(): void {
  changes += 1;
}

export function startFrames(now: () => number): void {
  let callbacks = new Map<number, FrameRequestCallback>();
  let handles = 0;
  let planned = false;
  let seen = 0;
  let idle = 0;

  const frame = (): void => {
    planned = false;
    const due = callbacks;
    callbacks = new Map();
    idle = changes === seen ? idle + 1 : 0;
    seen = changes;
    const stamp = now();
    for (const callback of due.values()) {
      try {
        callback(stamp);
      } catch (error) {
        window.reportError(error);
      }
    }
  };

  window.requestAnimationFrame = (callback) => {
    handles += 1;
    callbacks.set(handles, callback);
    if (!planned) {
      planned = true;
      const grid = idle > PATIENCE ? COARSE_MS : FINE_MS;
      setTimeout(frame, grid - (Math.floor(now()) % grid));
    }
    return handles;
  };
  window.cancelAnimationFrame = (handle) => void callbacks.delete(handle);
}
