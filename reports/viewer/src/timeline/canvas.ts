/** The drawing: axis, lanes, findings, pictures and the moment. It redraws itself for another window or width. */
import type { Numbered, Picture, Timeline } from "../data";
import { h, s } from "../dom";
import { stepOf, ticks, toMs, toX, within, zoomed, type Scale, type Window } from "../scale";
import { spoken, tick } from "../words";
import { announcementLane } from "./announcements";
import { finding as drawFinding } from "./findings";
import { Hand } from "./hand";
import type { Lane } from "./lanes";
import { networkLane } from "./network";
import { personLane } from "./person";
import { listen } from "./pointer";
import { screenLanes } from "./screen";
import { truthLane } from "./truth";

const AXIS = 46;
const GAP = 14;
const WIDE = 720;
const GUTTER = 132;
const NARROW_TITLE = 20;
const GLANCE_WIDTH = 92;
let canvases = 0;

export interface Given {
  timeline: Timeline;
  pictures: readonly Picture[];
  own: readonly Numbered[];
  chosen: Numbered | undefined;
  at: number;
  /** The moment was moved here by hand. */
  moved: (at: number) => void;
  /** A moment in one breath. */
  words: (at: number) => string;
}

export class Canvas {
  readonly element: HTMLElement;
  // what is drawn is told in words by the hand and below the drawing
  private readonly svg = s("svg", { class: "canvas", "aria-hidden": "true" });
  private readonly hand: Hand;
  private readonly clip = `plot-${canvases++}`;
  private readonly ghost = s("g", { class: "ghost", visibility: "hidden" });
  private readonly lanes: Lane[];
  private window: Window;
  private readonly timeline: Timeline;
  private cursor: number;
  private width = 960;

  constructor(private readonly given: Given) {
    const { timeline } = given;
    this.timeline = timeline;
    this.cursor = given.at;
    this.window = { from: 0, to: timeline.end };
    this.lanes = [
      truthLane(timeline.truth.runs),
      networkLane(timeline.network),
      personLane(timeline.person, timeline.end),
      ...screenLanes(timeline),
      announcementLane(timeline.screen.announcements, timeline.end),
    ];
    this.hand = new Hand(timeline.end, given.words);
    this.element = h("div", { class: "canvas-frame" }, this.svg, this.hand.element);
    listen(this.svg, this.hand.element, this);
    new ResizeObserver(() => this.resize()).observe(this.element);
    this.draw();
  }

  look(window: Window): void {
    this.window = within(window, this.timeline.end);
    this.draw();
  }

  zoom(factor: number, at = this.cursor): void {
    this.look(zoomed(this.window, factor, at, this.timeline.end));
  }

  /** Moves the moment by hand. */
  point(at: number): void {
    this.show(at);
    this.given.moved(this.cursor);
  }

  /** Shows a moment that something else has chosen. */
  show(at: number): void {
    this.cursor = Math.min(Math.max(0, Math.round(at)), this.timeline.end);
    if (this.cursor < this.window.from || this.cursor > this.window.to) {
      const half = (this.window.to - this.window.from) / 2;
      this.look({ from: this.cursor - half, to: this.cursor + half });
    }
    this.drawCursor();
  }

  /** A thin line and the time where the pointer is. */
  glance(at: number | undefined): void {
    this.ghost.setAttribute("visibility", at === undefined ? "hidden" : "visible");
    if (at === undefined) return;
    const { width } = this.scale();
    const x = toX(this.scale(), at);
    this.ghost.setAttribute("transform", `translate(${x.toFixed(1)} 0)`);
    const label = this.ghost.querySelector("text");
    label?.setAttribute("text-anchor", x > width - GLANCE_WIDTH ? "end" : "start");
    label?.setAttribute("x", x > width - GLANCE_WIDTH ? "-6" : "6");
    label?.replaceChildren(spoken(at));
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
    this.drawPictures(plot, scale);
    for (const one of this.given.own) drawFinding(plot, scale, one, one === this.given.chosen, height);
    plot.append(this.ghost);
    this.ghost.replaceChildren(
      s("line", { x1: 0, x2: 0, y1: AXIS - 12, y2: height }),
      s("text", { x: 6, y: AXIS - 1 }),
    );
    this.drawCursor();
  }

  /** Where there is a picture: a dot on the axis. */
  private drawPictures(plot: SVGGElement, scale: Scale): void {
    const moments = new Set(this.given.pictures.map((picture) => picture.at));
    for (const at of moments)
      if (at >= scale.from && at <= scale.to)
        plot.append(s("circle", { cx: toX(scale, at), cy: AXIS - 12, r: 2.2, class: "picture-dot" }));
  }

  /** Moving the cursor leaves the drawing alone: what is under the pointer stays what it was. */
  private drawCursor(): void {
    const x = toX(this.scale(), this.cursor);
    this.hand.move(this.left() + Math.min(Math.max(x, 0), this.scale().width), this.cursor);
  }
}

function lines(hint: string, x: number): SVGTSpanElement[] {
  const [first = "", ...rest] = hint.split(", ");
  return [first, ...rest].map((words, index) => s("tspan", { x, dy: index === 0 ? 0 : 14 }, words));
}
