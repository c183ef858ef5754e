/** Verdict marks: each a shape of its own, so that nothing rests on colour. */
import type { Verdict } from "./data";
import { h, s } from "./dom";
import { VERDICT_MEANINGS, VERDICT_WORDS } from "./words";

const OUTLINES: Record<Verdict, string> = {
  passed: "M10 1.5a8.5 8.5 0 1 0 0 17a8.5 8.5 0 1 0 0-17z",
  failed: "M10 0.5l9.5 9.5l-9.5 9.5l-9.5-9.5z",
  not_exercised: "M4 9h12v2h-12z",
  not_observable: "M10 2.5a7.5 7.5 0 1 0 0 15a7.5 7.5 0 1 0 0-15z",
  cant_tell: "M10 1.5l9 16.5h-18z",
  error: "M2 2h16v16h-16z",
};

const SIGNS: Partial<Record<Verdict, string>> = {
  passed: "M5.8 10.4l2.9 2.9l5.5-6.2",
  failed: "M7 7l6 6M13 7l-6 6",
  not_observable: "M4.7 15.3l10.6-10.6",
  cant_tell: "M8 8.6a2 2 0 1 1 3 1.8c-.7.4-1 .8-1 1.6M10 14.8v.2",
  error: "M10 5.2v6M10 13.6v1.2",
};

export function mark(verdict: Verdict): SVGSVGElement {
  return s(
    "svg",
    { class: `mark mark-${verdict}`, viewBox: "0 0 20 20", width: 20, height: 20, "aria-hidden": "true" },
    s("path", { class: "mark-outline", d: OUTLINES[verdict] }),
    s("path", { class: "mark-sign", d: SIGNS[verdict] ?? "" }),
  );
}

export function legend(shown: Set<Verdict>): HTMLElement {
  const entries = (Object.keys(VERDICT_WORDS) as Verdict[]).filter((verdict) => shown.has(verdict));
  return h(
    "dl",
    { class: "legend" },
    ...entries.map((verdict) =>
      h("div", {}, h("dt", {}, mark(verdict), VERDICT_WORDS[verdict]), h("dd", {}, VERDICT_MEANINGS[verdict])),
    ),
  );
}
