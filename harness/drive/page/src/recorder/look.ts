/** What an element's computed style says about it: how it is laid out, and what it hides. Read once, kept until it may have changed. */
import { contentText, pseudoHidden } from "./generated";
import type { Check } from "./types";
import { clipHides, clipPathHides, filterHides, isOpaque, isTransparent, maskHides } from "./shapes";

export interface Look {
  /** It and everything in it is hidden. */
  readonly gone: boolean;
  /** Its box is part of a line of text. */
  readonly inline: boolean;
  /** A label with a ground of its own in a line of text: a badge, a pill. What it says is said apart from the line. */
  readonly badge: boolean;
  /** Text right inside it is hidden. */
  readonly mute: boolean;
  readonly position: string;
  /** Fixed descendants stay inside it. */
  readonly traps: boolean;
  readonly background: string;
  readonly painted: boolean;
  readonly opaque: boolean;
  /** Room left and right of an inline box: a person sees two words there. */
  readonly gapBefore: boolean;
  readonly gapAfter: boolean;
  readonly letters: string;
  readonly colour: string;
  readonly before: string;
  readonly after: string;
  /** The placeholder of an empty field can be seen. */
  readonly placeholder: boolean;
}

export type Enabled = Readonly<Record<Check, boolean>>;

const INLINE = /^(inline|ruby|contents)/;

/** Reads the look of an element that is rendered, or whose children may be (`visibility`, `display: contents`). */
export function lookAt(element: Element, style: CSSStyleDeclaration, enabled: Enabled): Look {
  const quiet = enabled.rendered && style.visibility !== "visible";
  const { display, position, backgroundColor: background, backgroundImage: picture } = style;
  const inline = INLINE.test(display);
  const colour = textColour(element, style);
  const clear = enabled.colour && isTransparent(colour) && !paintsLetters(style, element);
  const gap = inline && display !== "contents";
  const painted = picture !== "none" || !isTransparent(background);
  const gapBefore = gap && room(style.marginLeft, style.paddingLeft, style.borderLeftWidth);
  const gapAfter = gap && room(style.marginRight, style.paddingRight, style.borderRightWidth);
  return {
    gone: isGone(element, style, position, enabled),
    inline,
    badge: display.startsWith("inline-") && painted && gapBefore && gapAfter,
    mute: quiet || clear || (enabled.skipped && style.contentVisibility === "hidden"),
    position,
    traps: style.transform !== "none" || style.filter !== "none" || style.perspective !== "none",
    background,
    painted,
    opaque: isOpaque(background),
    gapBefore,
    gapAfter,
    letters: style.textTransform,
    colour,
    before: generated(element, "::before", enabled),
    after: generated(element, "::after", enabled),
    placeholder: element.hasAttribute("placeholder") && isPlaceholderSeen(element, enabled),
  };
}

function isGone(element: Element, style: CSSStyleDeclaration, position: string, enabled: Enabled): boolean {
  if (enabled.filter && style.filter !== "none" && filterHides(style.filter)) return true;
  if (enabled.clip && (position === "absolute" || position === "fixed") && clipHides(style.clip)) return true;
  if (enabled.mask && style.maskImage !== "none" && maskHides(style.maskImage, style.maskSize)) return true;
  if (enabled.backface && style.backfaceVisibility === "hidden" && facesAway(style.transform)) return true;
  if (!enabled["clip-path"] || style.clipPath === "none") return false;
  const { width, height } = element.getBoundingClientRect();
  return clipPathHides(style.clipPath, width, height);
}

/** Turned by more than a quarter, so that its back is to the person. */
function facesAway(transform: string): boolean {
  if (!transform.startsWith("matrix3d")) return false;
  const { m11, m12, m21, m22 } = new DOMMatrixReadOnly(transform);
  return m11 * m22 - m12 * m21 < 0;
}

function textColour(element: Element, style: CSSStyleDeclaration): string {
  if (!(element instanceof SVGElement)) return style.webkitTextFillColor;
  return style.fillOpacity === "0" || style.fill === "none" ? "transparent" : style.fill;
}

/** Letters without a colour of their own that are seen all the same: cut out of a picture, by their outline or their shadow. */
function paintsLetters(style: CSSStyleDeclaration, element: Element): boolean {
  if (style.textShadow !== "none" || parseFloat(style.webkitTextStrokeWidth) > 0) return true;
  if (element instanceof SVGElement && style.stroke !== "none") return true;
  for (let at: Element | null = element; at; at = at.parentElement) {
    const shown = at === element ? style : getComputedStyle(at);
    if (shown.backgroundClip.includes("text"))
      return shown.backgroundImage !== "none" || !isTransparent(shown.backgroundColor);
  }
  return false;
}

function room(margin: string, padding: string, border: string): boolean {
  return parseFloat(margin) + parseFloat(padding) + parseFloat(border) > 2;
}

function generated(element: Element, which: "::before" | "::after", enabled: Enabled): string {
  const style = getComputedStyle(element, which);
  const text = contentText(style.content, !enabled.pseudo);
  if (text === "" || (enabled.pseudo && pseudoHidden(style))) return "";
  return text;
}

function isPlaceholderSeen(element: Element, enabled: Enabled): boolean {
  const { opacity, webkitTextFillColor, fontSize } = getComputedStyle(element, "::placeholder");
  return !enabled.pseudo || (opacity !== "0" && !isTransparent(webkitTextFillColor) && parseFloat(fontSize) > 0);
}
