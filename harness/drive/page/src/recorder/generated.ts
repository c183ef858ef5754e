/** Text that CSS generates before and after an element, and the looks of a placeholder. */
import { clipHides, clipPathHides, isTransparent } from "./shapes";

/** The strings in a computed `content`; counters and pictures have none. `spoken`: with what only a screen reader says. */
export function contentText(content: string, spoken = false): string {
  if (content === "none" || content === "normal" || content === "") return "";
  const shown = spoken ? content : splitAlternative(content);
  const strings = shown.match(/"(?:[^"\\]|\\.)*"/g) ?? [];
  return strings.map((one) => one.slice(1, -1).replace(/\\(.)/g, "$1")).join("");
}

/** Whether a pseudo-element is drawn in none of the usual ways of hiding it. */
export function pseudoHidden(style: CSSStyleDeclaration): boolean {
  return (
    style.display === "none" ||
    style.visibility !== "visible" ||
    style.opacity === "0" ||
    parseFloat(style.fontSize) === 0 ||
    isTransparent(style.webkitTextFillColor) ||
    pseudoClipped(style) ||
    pseudoAway(style)
  );
}

/** After a slash comes what a screen reader says instead. */
function splitAlternative(content: string): string {
  const bare = content.replace(/"(?:[^"\\]|\\.)*"/g, (one) => "\u0001".repeat(one.length));
  const slash = bare.indexOf("/");
  return slash < 0 || /url\([^)]*$/.test(bare.slice(0, slash)) ? content : content.slice(0, slash);
}

function pseudoClipped(style: CSSStyleDeclaration): boolean {
  const wide = parseFloat(style.width);
  const high = parseFloat(style.height);
  if (style.overflow !== "visible" && (wide <= 1 || high <= 1)) return true;
  return (
    clipHides(style.clip) ||
    (style.clipPath !== "none" && clipPathHides(style.clipPath, wide, high)) ||
    /scale\(0|^matrix\(0, 0, 0, 0/.test(style.transform)
  );
}

function pseudoAway(style: CSSStyleDeclaration): boolean {
  if (style.position !== "absolute" && style.position !== "fixed") return false;
  return parseFloat(style.left) < -999 || parseFloat(style.top) < -999;
}
