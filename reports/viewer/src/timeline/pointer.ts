/** Pointer and keyboard on the timeline: drag to move the moment, Shift and drag to look closer, hover to glance. */

export interface Pointed {
  timeAt(clientX: number): number;
  point(at: number): void;
  glance(at: number | undefined): void;
  nudge(share: number): void;
  edge(last: boolean): void;
  look(window: { from: number; to: number }): void;
  mark(from: number, to: number): void;
  zoom(factor: number, at?: number): void;
  whole(): void;
}

const DRAG_PIXELS = 6;
const PER_NOTCH = 1.25;

export function listen(svg: SVGSVGElement, hand: HTMLElement, target: Pointed): void {
  let begun: { x: number; at: number; closer: boolean } | undefined;
  svg.addEventListener("pointerdown", (event) => {
    if (event.button !== 0 || onLink(event)) return;
    begun = { x: event.clientX, at: target.timeAt(event.clientX), closer: event.shiftKey };
    event.preventDefault();
    hand.focus({ preventScroll: true });
    if (event.pointerType === "touch") return; // a finger may be about to scroll the page
    svg.setPointerCapture(event.pointerId);
    if (!begun.closer) target.point(begun.at);
  });
  svg.addEventListener("pointermove", (event) => {
    const at = target.timeAt(event.clientX);
    if (begun?.closer) target.mark(begun.at, at);
    else if (begun) target.point(at);
    else if (event.pointerType === "mouse") target.glance(at);
  });
  svg.addEventListener("pointerup", (event) => {
    const at = target.timeAt(event.clientX);
    if (begun?.closer && Math.abs(event.clientX - begun.x) > DRAG_PIXELS)
      target.look({ from: Math.min(begun.at, at), to: Math.max(begun.at, at) });
    else if (begun && !begun.closer) target.point(at);
    begun = undefined;
  });
  svg.addEventListener("pointercancel", () => (begun = undefined));
  svg.addEventListener("pointerleave", () => target.glance(undefined));
  svg.addEventListener("dblclick", () => target.whole());
  hand.addEventListener("keydown", (event) => press(event, target));
  svg.addEventListener("wheel", (event) => wheel(event, target), { passive: false });
}

/** With Ctrl or ⌘, as browsers zoom (and as a pinch on a touchpad arrives). */
function wheel(event: WheelEvent, target: Pointed): void {
  if (!event.ctrlKey && !event.metaKey) return;
  event.preventDefault();
  target.zoom(event.deltaY < 0 ? 1 / PER_NOTCH : PER_NOTCH, target.timeAt(event.clientX));
}

/** As the slider pattern has it: arrows a little, Page Up and Page Down a lot, Home and End. */
function press(event: KeyboardEvent, target: Pointed): void {
  const little = event.shiftKey ? 0.1 : 0.01;
  const actions: Record<string, () => void> = {
    ArrowLeft: () => target.nudge(-little),
    ArrowDown: () => target.nudge(-little),
    ArrowRight: () => target.nudge(little),
    ArrowUp: () => target.nudge(little),
    PageDown: () => target.nudge(-0.1),
    PageUp: () => target.nudge(0.1),
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

function onLink(event: PointerEvent): boolean {
  return event.target instanceof Element && event.target.closest("a") !== null;
}
