/** The part of a trial's page that is a place to look: the timeline, and the moment that it points at. */
import { jump, rest } from "../address";
import type { Index, Numbered, Part, Timeline, Trial } from "../data";
import { button, h } from "../dom";
import { momentLink } from "../links";
import { lookAt, shotsOf, type Shot } from "../pictures";
import { around } from "../scale";
import { Canvas } from "../timeline/canvas";
import { key } from "../timeline/key";
import { Film } from "./film";
import { jumpsOf } from "./jumps";
import { breachesOf } from "./marks";
import { spokenMoment } from "./spoken";
import { Stage } from "./stage";
import { toldOf } from "./told";
import { Toolbar } from "./toolbar";

export interface Moment {
  element: HTMLElement;
  /** Shows another moment of the same page. */
  show: (at: number) => void;
}

export interface Asked {
  index: Index;
  trial: Trial;
  part: Part;
  timeline: Timeline;
  chosen: Numbered | undefined;
  at: number | undefined;
  elsewhere: HTMLElement | undefined;
}

export function momentView(asked: Asked): Moment {
  const { index, trial, part, timeline, chosen } = asked;
  const own = index.own(trial);
  const told = toldOf(timeline);
  const shots = shotsOf(index, trial);
  let at = Math.min(asked.at ?? firstMoment(timeline), timeline.end);
  let due = 0;

  const show = (moment: number): void => {
    at = Math.min(Math.max(0, Math.round(moment)), timeline.end);
    canvas.show(at);
    film?.show(at);
    draw();
  };
  // many moves of the pointer are one picture of the screen
  const draw = (): void => {
    toolbar.show(at);
    cancelAnimationFrame(due);
    due = requestAnimationFrame(() => stage.show(at));
  };
  const goTo = (moment: number): void => {
    show(moment);
    jump(momentLink(trial, at, chosen));
  };
  const enlarge = (shot: Shot): void => lookAt(shots, shots.indexOf(shot), goTo);

  const canvas = new Canvas({
    timeline,
    pictures: part.pictures,
    own,
    chosen,
    at,
    moved: (moment) => {
      at = moment;
      film?.show(at);
      draw();
      rest(momentLink(trial, at, chosen));
    },
    words: (moment) => spokenMoment(timeline, told, moment),
  });
  const breaches = new Map(told.map((one) => [one.tab, breachesOf(trial.result.verdicts, one)]));
  const stage = new Stage({ ...asked, told, breaches, shots, goTo, enlarge });
  const film = shots.length > 1 ? new Film(shots, goTo) : undefined;
  const toolbar = new Toolbar(
    jumpsOf(timeline, own),
    (to) => goTo(to.at),
    () => linkOf(trial, at, chosen),
  );

  toolbar.show(at);
  stage.show(at);
  film?.show(at);
  return { element: section(canvas, timeline, chosen, toolbar, stage, film), show };
}

function section(
  canvas: Canvas,
  timeline: Timeline,
  chosen: Numbered | undefined,
  toolbar: Toolbar,
  stage: Stage,
  film: Film | undefined,
): HTMLElement {
  return h(
    "section",
    { class: "block moment", id: "moment", "aria-labelledby": "timeline-title" },
    h(
      "div",
      { class: "moment-head" },
      h("h2", { id: "timeline-title" }, chosen ? "How it came about" : "The trial, moment by moment"),
      controls(canvas, timeline, chosen),
    ),
    canvas.element,
    toolbar.element,
    stage.element,
    film?.element,
    h(
      "details",
      { class: "keys" },
      h("summary", {}, "What the marks mean, and how to move"),
      key(),
      h(
        "p",
        { class: "note" },
        "Drag across the lanes to move the moment; hold Shift and drag, or hold Ctrl and turn the wheel, to look closer. With the keyboard: ← → a little, Page Up and Page Down a lot, Home and End, + − zoom, 0 shows all.",
      ),
    ),
  );
}

function controls(canvas: Canvas, timeline: Timeline, chosen: Numbered | undefined): HTMLElement {
  return h(
    "div",
    { class: "controls", role: "group", "aria-label": "Zoom" },
    button("Whole trial", () => canvas.whole()),
    chosen &&
      button(`Around finding ${chosen.number}`, () =>
        canvas.look(around(chosen.finding.at_ms, chosen.finding.until_ms, timeline.end)),
      ),
    button("Closer", () => canvas.zoom(0.5), { "aria-label": "Look closer at the moment" }),
    button("Wider", () => canvas.zoom(2), { "aria-label": "Look wider around the moment" }),
  );
}

function firstMoment(timeline: Timeline): number {
  return timeline.truth.runs.find((run) => run.by !== "world")?.accepted ?? 0;
}

function linkOf(trial: Trial, at: number, chosen: Numbered | undefined): string {
  return `${location.href.replace(/#.*$/, "")}${momentLink(trial, at, chosen)}`;
}
