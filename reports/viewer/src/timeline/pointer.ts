/** Pointer and keyboard on the timeline: click to point, drag to look closer, double-click to see all. */

export interface Pointed {
  timeAt(clientX: number): number;
  point(at: number): void;
  nudge(share: number): void;
  edge(last: boolean): void;
  look(window: { from: number; to: number }): void;
  mark(from: number, to: number): void;
  zoom(factor: number): void;
  whole(): void;
}

const DRAG_PIXELS = 6;

export function listen(svg: SVGSVGElement, target: Pointed): void {
  let begun: { x: number; at: number } | undefined;
  svg.addEventListener("pointerdown", (event) => {
    if (event.button === 0 && !onLink(event)) begun = { x: event.clientX, at: target.timeAt(event.clientX) };
  });
  svg.addEventListener("pointermove", (event) => {
    if (begun && dragged(begun.x, event)) target.mark(begun.at, target.timeAt(event.clientX));
    else if (!begun && event.pointerType === "mouse") target.point(target.timeAt(event.clientX));
  });
  svg.addEventListener("pointerup", (event) => {
    if (!begun) return;
    const [from, to] = [begun.at, target.timeAt(event.clientX)].sort((a, b) => a - b) as [number, number];
    if (dragged(begun.x, event)) target.look({ from, to });
    else target.point(to);
    begun = undefined;
  });
  svg.addEventListener("pointercancel", () => (begun = undefined));
  svg.addEventListener("dblclick", () => target.whole());
  svg.addEventListener("keydown", (event) => press(event, target));
}

function press(event: KeyboardEvent, target: Pointed): void {
  const actions: Record<string, () => void> = {
    ArrowLeft: () => target.nudge(event.shiftKey ? -0.1 : -0.01),
    ArrowRight: () => target.nudge(event.shiftKey ? 0.1 : 0.01),
    PageUp: () => target.nudge(-0.1),
    PageDown: () => target.nudge(0.1),
    Home: () => target.edge(false),
    End: () => target.edge(true),
    "+": () => target.zoom(0.5),
    "=": () => target.zoom(0.5),
    "-": () => target.zoom(2),
    "0": () => target.whole(),
  };
  const action = event.ctrlKey || event.metaKey || event.altKey ? undefined : actions[event.key];
  if (!action) return;
  event.preventDefault();
  action();
}

function dragged(from: number, event: PointerEvent): boolean {
  return Math.abs(event.clientX - from) > DRAG_PIXELS;
}

function onLink(event: PointerEvent): boolean {
  return event.target instanceof Element && event.target.closest("a") !== null;
}
