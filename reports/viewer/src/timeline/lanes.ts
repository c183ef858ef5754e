/** What every lane draws with: a scale, a group that is filled, and shapes with a readable name. */
import { s } from "../dom";
import { toX, type Scale } from "../scale";
import { shortened } from "../words";

const PER_MARK = 6.4;

export interface Lane {
  title: string;
  hint: string;
  height: number;
  draw: (group: SVGGElement, scale: Scale) => void;
}

export interface Block {
  from: number;
  to: number;
  y: number;
  height: number;
  kind: string;
  text: string;
  full: string;
  /** Where words that do not fit inside may run to, beside the block. */
  beside?: number;
}

/** A named block; its text is cut to the width that is in view. */
export function block(group: SVGGElement, scale: Scale, one: Block): void {
  const left = Math.max(toX(scale, one.from), -4);
  const right = Math.min(toX(scale, one.to), scale.width + 4);
  if (right < 0 || left > scale.width) return;
  const width = Math.max(right - left, 2);
  const box = { x: left, y: one.y, width, height: one.height, rx: 3, class: `block-${one.kind} block-box` };
  const textLeft = Math.max(left, 0) + 7;
  const inside = Math.min(right, scale.width) - textLeft - 4;
  const room = one.beside === undefined ? 0 : Math.min(toX(scale, one.beside), scale.width) - right - 10;
  const out = one.text.length * PER_MARK > inside && room > inside;
  const words = shortened(one.text, out ? room : inside, PER_MARK);
  group.append(
    s(
      "g",
      { class: "block-item" },
      s("title", {}, one.full),
      s("rect", box),
      words !== "" &&
        s(
          "text",
          {
            x: out ? right + 6 : textLeft,
            y: one.y + one.height / 2 + 4,
            class: out ? "block-text" : `block-text block-text-${one.kind}`,
          },
          words,
        ),
    ),
  );
}

export function line(group: SVGGElement, x: number, y: number, height: number, kind: string): void {
  group.append(s("line", { x1: x, x2: x, y1: y, y2: y + height, class: kind }));
}

export function inView(scale: Scale, from: number, to: number = from): boolean {
  return to >= scale.from && from <= scale.to;
}

/** Many ticks of one kind as a single path. */
export function tickPath(
  group: SVGGElement,
  scale: Scale,
  moments: number[],
  y: number,
  height: number,
  kind: string,
): void {
  const drawn = moments.filter((at) => inView(scale, at)).map((at) => `M${toX(scale, at).toFixed(1)} ${y}v${height}`);
  if (drawn.length > 0) group.append(s("path", { d: drawn.join(""), class: kind }));
}
