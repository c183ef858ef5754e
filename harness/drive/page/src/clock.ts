/** The page's clock: stands still but for the loop, which moves it to the next moment at which something happens. */
import FakeTimers, { type Clock } from "@sinonjs/fake-timers";

import { startFrames } from "./frames";

interface Timer {
  readonly callAt: number;
}

/** fake-timers keeps its next timer at the head of this heap; the library has no public way to ask when it is due. */
interface WithHeap {
  readonly timerHeap?: { peek(): Timer | undefined };
}

const nativeReport = window.reportError.bind(window);

export class PageClock {
  private readonly clock: Clock;
  private readonly epoch: number;
  private born: number;

  constructor(epochMs: number, nowMs: number) {
    this.epoch = epochMs;
    this.born = nowMs;
    this.clock = FakeTimers.install({
      now: epochMs + nowMs,
      toFake: [
        "Date",
        "setTimeout",
        "clearTimeout",
        "setInterval",
        "clearInterval",
        "requestIdleCallback",
        "cancelIdleCallback",
        "Intl",
        "Temporal",
      ],
      ignoreMissingTimers: true,
    });
    this.fakePerformance();
    this.fakeTimeout();
    acceptStrings();
    startFrames(() => this.now() - this.born);
  }

  /** Trial milliseconds. */
  now(): number {
    return this.clock.now - this.epoch;
  }

  /** When the next timer is due, in trial milliseconds. */
  due(): number {
    const timer = (this.clock as unknown as WithHeap).timerHeap?.peek();
    return timer ? timer.callAt - this.epoch : Infinity;
  }

  /** Moves to a moment before which no timer is due. */
  moveTo(atMs: number): void {
    if (atMs > this.now()) this.clock.now = this.epoch + atMs;
  }

  /** Loading took this long: what scripts planned meanwhile is planned from the end of the load. */
  shift(loadMs: number): void {
    this.clock.setSystemTime(this.clock.now + loadMs);
  }

  /** Fires the next timer. What it throws is the page's own affair, as in a browser. */
  fire(): void {
    try {
      this.clock.next();
    } catch (error) {
      nativeReport(error);
    }
  }

  private fakePerformance(): void {
    performance.now = () => this.now() - this.born;
    Object.defineProperty(performance, "timeOrigin", { get: () => this.epoch + this.born });
  }

  private fakeTimeout(): void {
    AbortSignal.timeout = (delay: number) => {
      const controller = new AbortController();
      setTimeout(() => controller.abort(new DOMException("signal timed out", "TimeoutError")), delay);
      return controller.signal;
    };
  }
}

/** A browser takes `setTimeout("code")`; fake-timers throws. */
function acceptStrings(): void {
  const target = window as unknown as Record<string, (handler: unknown, ...rest: unknown[]) => unknown>;
  for (const name of ["setTimeout", "setInterval"]) {
    const fake = target[name]!;
    target[name] = (handler, ...rest) =>
      fake(typeof handler === "string" ? () => void (0, eval)(handler) : handler, ...rest);
  }
}
