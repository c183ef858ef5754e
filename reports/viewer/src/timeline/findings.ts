/** A finding on the timeline: a numbered flag on the axis, and the time for which the page was wrong. */
import type { Numbered } from "../data";
import { s } from "../dom";
import { findingLink } from "../links";
import { toX, type Scale } from "../scale";

const TOP = 14;

export function finding(plot: SVGGElement, scale: Scale, one: Numbered, chosen: boolean, height: number): void {
  const { at_ms, until_ms, sentence } = one.finding;
  const from = toX(scale, at_ms);
  const to = Math.min(toX(scale, until_ms ?? at_ms), scale.width);
  if (to < 0 || from > scale.width) return;
  const x = Math.max(from, 0);
  const flag = s(
    "a",
    {
      href: findingLink(one),
      class: chosen ? "flag flag-chosen" : "flag",
      tabindex: "-1",
    },
    s("title", {}, sentence),
    s("path", { d: `M${x} ${TOP - 11}l11 11l-11 11l-11 -11z` }),
    s("text", { x, y: TOP + 4, "text-anchor": "middle" }, String(one.number)),
  );
  const band = s("rect", {
    x,
    y: TOP + 12,
    width: Math.max(to - x, 0),
    height: height - TOP - 12,
    class: chosen ? "wrong wrong-chosen" : "wrong",
  });
  plot.prepend(band);
  plot.append(s("line", { x1: x, x2: x, y1: TOP + 11, y2: height, class: "flag-line" }), flag);
}
