/** The drawing: axis, lanes, findings and cursor. It redraws itself for another window, width or cursor. */
import type { Numbered, Timeline } from "../data";
import { h, s } from "../dom";
import { stepOf, ticks, toMs, toX, within, zoomed, type Scale, type Window } from "../scale";
import { spoken, tick } from "../words";
import { finding as drawFinding } from "./findings";
import type { Lane } from "./lanes";
import { networkLane } from "./network";
import { personLane } from "./person";
import { listen } from "./pointer";
import { readoutWords } from "./spoken";
import { screenLane } from "./screen";
import { truthLane } from "./truth";

const AXIS = 46;
const GAP = 14;
const WIDE = 720;
const GUTTER = 132;
const NARROW_TITLE = 20;
let canvases = 0;

export class Canvas {
  readonly element: HTMLElement;
  private readonly svg = s("svg", {
    class: "canvas",
    role: "slider",
    tabindex: "0",
    "aria-label": "Moment of the trial",
  });
  private readonly clip = `plot-${canvases++}`;
  private readonly hand = s("g", { class: "hand" });
  private readonly lanes: Lane[];
  private window: Window;
  private width = 960;

  constructor(
    private readonly timeline: Timeline,
    private readonly own: Numbered[],
    private readonly chosen: Numbered | undefined,
    private cursor: number,
    private readonly moved: (at: number) => void,
  ) {
    this.window = { from: 0, to: timeline.end };
    this.lanes = [
      truthLane(timeline.truth.runs),
      networkLane(timeline.network),
      personLane(timeline.person, timeline.end),
      screenLane(timeline.screen, timeline.end),
    ];
    this.element = h("div", { class: "canvas-frame" }, this.svg);
    listen(this.svg, this);
    new ResizeObserver(() => this.resize()).observe(this.element);
    this.draw();
  }

  look(window: Window): void {
    this.window = within(window, this.timeline.end);
    this.draw();
  }

  zoom(factor: number): void {
    this.look(zoomed(this.window, factor, this.cursor, this.timeline.end));
  }

  point(at: number): void {
    this.cursor = Math.min(Math.max(0, Math.round(at)), this.timeline.end);
    if (this.cursor < this.window.from || this.cursor > this.window.to) {
      const half = (this.window.to - this.window.from) / 2;
      this.look({ from: this.cursor - half, to: this.cursor + half });
    }
    this.drawCursor();
    this.moved(this.cursor);
  }

  /** Moves the cursor by a share of what is in view. */
  nudge(share: number): void {
    this.point(this.cursor + share * (this.window.to - this.window.from));
  }

  whole(): void {
    this.look({ from: 0, to: this.timeline.end });
  }

  edge(last: boolean): void {
    this.point(last ? this.timeline.end : 0);
  }

  timeAt(clientX: number): number {
    const left = this.svg.getBoundingClientRect().left + this.left();
    return Math.min(Math.max(toMs(this.scale(), clientX - left), this.window.from), this.window.to);
  }

  /** Shows the region that is being dragged over. */
  mark(from: number, to: number): void {
    const scale = this.scale();
    const band = this.svg.querySelector(".drag");
    band?.setAttribute("x", String(toX(scale, Math.min(from, to))));
    band?.setAttribute("width", String(Math.abs(toX(scale, to) - toX(scale, from))));
  }

  private left(): number {
    return this.width >= WIDE ? GUTTER : 0;
  }

  private scale(): Scale {
    return { ...this.window, width: Math.max(this.width - this.left() - 2, 120) };
  }

  private resize(): void {
    const width = this.element.clientWidth;
    if (width > 0 && width !== this.width) {
      this.width = width;
      this.draw();
    }
  }

  private draw(): void {
    const scale = this.scale();
    const titled = this.left() > 0 ? 0 : NARROW_TITLE;
    const height = this.lanes.reduce((sum, lane) => sum + lane.height + GAP + titled, AXIS);
    const plot = s("g", { transform: `translate(${this.left()} 0)` });
    this.svg.replaceChildren(this.clipPath(scale.width, height), plot);
    this.svg.setAttribute("viewBox", `0 0 ${this.width} ${height}`);
    this.svg.setAttribute("height", String(height));
    this.drawAxis(plot, scale, height);
    this.drawLanes(plot, scale, titled);
    this.drawMarks(plot, scale, height);
  }

  private drawAxis(plot: SVGGElement, scale: Scale, height: number): void {
    const step = stepOf(scale);
    for (const at of ticks(scale, step)) {
      const x = toX(scale, at);
      const anchor = x < 20 ? "start" : x > scale.width - 20 ? "end" : "middle";
      plot.append(
        s("line", { x1: x, x2: x, y1: AXIS - 12, y2: height, class: "grid-line" }),
        s("text", { x, y: AXIS - 18, class: "axis-text", "text-anchor": anchor }, tick(at, step)),
      );
    }
  }

  private drawLanes(plot: SVGGElement, scale: Scale, titled: number): void {
    let top = AXIS;
    for (const lane of this.lanes) {
      const clipped = s("g", { "clip-path": `url(#${this.clip})` });
      const group = s("g", { transform: `translate(0 ${top + titled})` });
      lane.draw(group, scale);
      clipped.append(group);
      plot.append(
        s("line", { x1: -this.left(), x2: scale.width, y1: top - GAP / 2, y2: top - GAP / 2, class: "lane-line" }),
      );
      plot.append(clipped, this.laneTitle(lane, top));
      top += lane.height + GAP + titled;
    }
  }

  private clipPath(width: number, height: number): SVGDefsElement {
    const rect = s("rect", { x: -1, y: -200, width: width + 2, height: height + 400 });
    return s("defs", {}, s("clipPath", { id: this.clip }, rect));
  }

  private laneTitle(lane: Lane, top: number): SVGGElement {
    const wide = this.left() > 0;
    const name = s("text", { x: -this.left(), y: top + 13, class: "lane-title" }, lane.title);
    const hint = wide
      ? s("text", { x: -this.left(), y: top + 29, class: "lane-hint" }, ...lines(lane.hint, -this.left()))
      : s("text", { x: lane.title.length * 8 + 14, y: top + 13, class: "lane-hint" }, lane.hint);
    return s("g", {}, name, hint);
  }

  private drawMarks(plot: SVGGElement, scale: Scale, height: number): void {
    plot.append(s("rect", { class: "drag", x: 0, y: AXIS - 12, width: 0, height: height - AXIS + 12 }));
    for (const one of this.own) drawFinding(plot, scale, one, one === this.chosen, height);
    plot.append(this.hand);
    this.hand.replaceChildren(
      s("line", { x1: 0, x2: 0, y1: AXIS - 12, y2: height, class: "cursor" }),
      s("path", { d: `M-5 ${AXIS - 14}h10l-5 6z`, class: "cursor-head" }),
    );
    this.drawCursor();
  }

  /** Moving the cursor leaves the drawing alone: what is under the pointer stays what it was. */
  private drawCursor(): void {
    this.hand.setAttribute("transform", `translate(${toX(this.scale(), this.cursor).toFixed(1)} 0)`);
    this.tell();
  }

  private tell(): void {
    this.svg.setAttribute("aria-valuemin", "0");
    this.svg.setAttribute("aria-valuemax", String(this.timeline.end));
    this.svg.setAttribute("aria-valuenow", String(this.cursor));
    this.svg.setAttribute("aria-valuetext", `${spoken(this.cursor)}. ${readoutWords(this.timeline, this.cursor)}`);
  }
}

function lines(hint: string, x: number): SVGTSpanElement[] {
  const [first = "", ...rest] = hint.split(", ");
  return [first, ...rest].map((words, index) => s("tspan", { x, dy: index === 0 ? 0 : 14 }, words));
}
