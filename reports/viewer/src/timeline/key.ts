/** What the marks of the timeline mean. */
import { h, s } from "../dom";

export function key(): HTMLElement {
  const entries: [string, SVGElement[]][] = [
    ["items that succeeded", [s("rect", { x: 1, y: 3, width: 14, height: 10, class: "chart-succeeded" })]],
    ["failed", [s("rect", { x: 1, y: 3, width: 14, height: 10, class: "chart-failed" })]],
    ["skipped", [s("rect", { x: 1, y: 3, width: 14, height: 10, class: "chart-skipped" })]],
    [
      "a request, as long as its answer took",
      [
        s(
          "g",
          { class: "request-read" },
          s("line", { x1: 3, x2: 3, y1: 1, y2: 14 }),
          s("line", { x1: 3, x2: 14, y1: 14, y2: 14 }),
        ),
      ],
    ],
    [
      "one that changes something",
      [
        s(
          "g",
          { class: "request-write" },
          s("line", { x1: 8, x2: 8, y1: 1, y2: 15 }),
          s("circle", { cx: 8, cy: 4, r: 3.2 }),
        ),
      ],
    ],
    [
      "one that went wrong",
      [
        s(
          "g",
          { class: "request-wrong" },
          s("line", { x1: 8, x2: 8, y1: 1, y2: 15 }),
          s("path", { d: "M4 2l8 8m0 -8l-8 8" }),
        ),
      ],
    ],
    ["a picture was taken", [s("circle", { cx: 8, cy: 8, r: 2.6, class: "picture-dot" })]],
    [
      "said aloud to screen readers",
      [s("g", { class: "announcement" }, s("path", { d: "M3 3h10v8h-6l-3 3.5v-3.5h-1z" }))],
    ],
  ];
  const shown = entries.map(([words, drawn]) =>
    h("li", {}, s("svg", { width: 16, height: 16, viewBox: "0 0 16 16", "aria-hidden": "true" }, ...drawn), words),
  );
  return h("ul", { class: "key" }, ...shown);
}
