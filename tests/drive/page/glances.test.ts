// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { Glances } from "../../../harness/drive/page/src/glances";

let frames: (() => void)[];
let looks: number;
let due: boolean;
let broken: boolean;
let glances: Glances;

function paint(): void {
  for (const frame of frames.splice(0)) frame();
}

beforeEach(() => {
  vi.useFakeTimers();
  frames = [];
  looks = 0;
  due = false;
  broken = false;
  const look = (): void => {
    looks += 1;
    if (broken) throw new Error("broken");
  };
  glances = new Glances(
    look,
    () => due,
    (frame) => void frames.push(frame),
  );
  paint();
});

afterEach(() => {
  vi.useRealTimers();
});

describe("a page in real time", () => {
  it("is looked at as it begins, and asks for no frame while nothing happens", () => {
    vi.advanceTimersByTime(60_000);
    expect([looks, frames.length]).toEqual([1, 0]);
  });

  it("is looked at with the next frame, once for all that happened before it", () => {
    for (let told = 0; told < 5; told += 1) glances.soon();
    expect(looks).toBe(1);
    paint();
    expect([looks, frames.length]).toEqual([2, 0]);
  });

  it.each(["input", "change", "popstate"])("is looked at after %s", (type) => {
    window.dispatchEvent(new Event(type));
    expect(frames.length).toBeGreaterThan(0);
  });

  it("is looked at for what nothing tells of", () => {
    due = true;
    vi.advanceTimersByTime(100);
    paint();
    expect(looks).toBe(2);
  });

  it("is looked at again after a look that failed", () => {
    broken = true;
    glances.soon();
    expect(paint).toThrow("broken");
    glances.soon();
    expect(frames.length).toBe(1);
  });
});
