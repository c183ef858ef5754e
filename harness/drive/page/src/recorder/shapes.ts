/** CSS values that leave nothing to see, read from computed values. Pure: no document needed. */

/** A colour whose alpha is zero. */
export function isTransparent(colour: string): boolean {
  return colour === "transparent" || /^rgba\(.*,\s*0(\.0+)?\)$/.test(colour) || /\/\s*0(\.0+)?%?\s*\)$/.test(colour);
}

/** A colour through which nothing shines. */
export function isOpaque(colour: string): boolean {
  if (colour.startsWith("rgb(")) return true;
  return !isTransparent(colour) && !colour.startsWith("rgba(") && !colour.includes("/");
}

export function filterHides(filter: string): boolean {
  return /opacity\(0(\.0+)?%?\)/.test(filter);
}

/** The old `clip` property: `rect(0px, 0px, 0px, 0px)` and its kin. */
export function clipHides(clip: string): boolean {
  const sides = numbers(clip);
  if (!clip.startsWith("rect(") || clip.includes("auto") || sides.length !== 4) return false;
  const [top, right, bottom, left] = sides as [number, number, number, number];
  return right - left <= 1 || bottom - top <= 1;
}

/** A clip path that leaves no area, in a box of this size. */
export function clipPathHides(path: string, width: number, height: number): boolean {
  const shape = path.slice(0, path.indexOf("("));
  const inside = path.slice(path.indexOf("(") + 1, path.lastIndexOf(")"));
  switch (shape) {
    case "inset":
      return insetHides(inside, width, height);
    case "circle":
    case "ellipse":
      return /^\s*0(px|%)?(\s|$)/.test(inside) || (shape === "ellipse" && /^\s*\S+\s+0(px|%)?(\s|$)/.test(inside));
    case "polygon":
      return !inside.includes("calc(") && polygonArea(inside, width, height) <= 1;
    case "path":
      return /^\s*(\w+,\s*)?["']\s*(M[\s\d.,-]*Z?\s*)?["']/i.test(inside);
    default:
      return false;
  }
}

/** A mask made only of gradients between transparent colours, or one of no size. */
export function maskHides(image: string, size: string): boolean {
  if (image === "none" || image === "") return false;
  if (/(^|\s)0(px|%)?(\s+0(px|%)?)?$/.test(size)) return true;
  if (/url\(|image-set|element\(/.test(image)) return false;
  const colours = image.match(/(rgba?|color|hsla?|lab|lch|oklab|oklch)\([^()]*\)|\btransparent\b/g) ?? [];
  return colours.length > 0 && colours.every(isTransparent);
}

const ROOM = 100;

function insetHides(inside: string, width: number, height: number): boolean {
  const parts = inside
    .split(/\sround\s/)[0]!
    .trim()
    .split(/\s+/);
  const [top, right = top, bottom = top, left = right] = parts as [string, ...string[]];
  // A box that is empty now may hold text later, and is not looked at again for that: it is judged as if it had some size.
  const tall = height || ROOM;
  const broad = width || ROOM;
  return (
    takesAll(length(top, tall) + length(bottom, tall), tall) ||
    takesAll(length(left, broad) + length(right, broad), broad)
  );
}

function takesAll(taken: number, whole: number): boolean {
  return taken > 0 && whole - taken <= 1;
}

function polygonArea(inside: string, width: number, height: number): number {
  const pairs = inside.replace(/^\s*(evenodd|nonzero)\s*,/, "").split(",");
  const points = pairs.map((pair) => {
    const [x = "0", y = "0"] = pair.trim().split(/\s+/);
    return [length(x, width), length(y, height)] as const;
  });
  let doubled = 0;
  points.forEach(([x, y], index) => {
    const [nextX, nextY] = points[(index + 1) % points.length]!;
    doubled += x * nextY - nextX * y;
  });
  return Math.abs(doubled) / 2;
}

function length(value: string, whole: number): number {
  const amount = parseFloat(value);
  if (Number.isNaN(amount)) return 0;
  return value.endsWith("%") ? (amount / 100) * whole : amount;
}

function numbers(text: string): number[] {
  return (text.match(/-?[\d.]+/g) ?? []).map(Number);
}
