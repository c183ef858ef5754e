/** Bars as they are drawn: how much of the track is full, whatever the page states about it. */
import { BREAK, isEntry, type Bar, type Entry } from "./entry";

const SHORTEST_TRACK = 24;
const TALLEST_TRACK = 64;
/** A label inside the fill: "41%". */
const PERCENT_ONLY = /^\s*(\d+([.,]\d+)?\s*%)?\s*$/;

/** The bar that a node is drawn as, if it is. */
export function barOf(entry: Entry): Bar | null {
  const { element, role } = entry;
  if (element instanceof HTMLProgressElement)
    return sized(element, element.position < 0 ? undefined : element.position);
  if (element instanceof HTMLMeterElement)
    return sized(element, (element.value - element.min) / (element.max - element.min || 1));
  if (role === "progressbar" || role === "meter") return stated(entry);
  return role === "" && !insideBar(entry) ? drawn(entry, entry, false) : null;
}

/** A bar that says so: its fill may lie a level or two deeper, or it may itself be the fill in its parent. */
function stated(entry: Entry): Bar {
  const pair = fillWithin(entry, 2);
  if (pair) return drawn(pair, pair, true) ?? sized(entry.element);
  const { parent } = entry;
  if (parent && entry.look?.painted && isNarrower(entry, parent))
    return drawn(parent, parent, true, entry) ?? sized(entry.element);
  return sized(entry.element);
}

function fillWithin(track: Entry, depth: number): Entry | null {
  if (fillsOf(track).length > 0 && !(depth > 0 && deeper(track, depth))) return track;
  return depth > 0 ? deeper(track, depth) : null;
}

function deeper(track: Entry, depth: number): Entry | null {
  for (const kid of track.kids) {
    const found = isEntry(kid) ? fillWithin(kid, depth - 1) : null;
    if (found) return found;
  }
  return null;
}

function isNarrower(fill: Entry, track: Entry): boolean {
  return (
    hinted(fill.element) || fill.element.getBoundingClientRect().width < track.element.getBoundingClientRect().width
  );
}

/** Children that could be the full part. */
function fillsOf(track: Entry, self?: Entry): Entry[] {
  return self ? [self] : track.kids.filter(isEntry).filter(isFill);
}

/** Painted, and without words of its own. */
export function isFill(entry: Entry): boolean {
  return (
    entry.rendered &&
    entry.look !== null &&
    entry.look.painted &&
    !entry.look.inline &&
    entry.role === "" &&
    isWordless(entry)
  );
}

function isWordless(entry: Entry): boolean {
  if (entry.look?.before || entry.look?.after) return false;
  return entry.kids.every((kid) => {
    if (kid === BREAK) return true;
    return isEntry(kid) ? !kid.look?.painted && isWordless(kid) : !kid.shown || PERCENT_ONLY.test(kid.text.data);
  });
}

function drawn(track: Entry, boxed: Entry, certain: boolean, self?: Entry): Bar | null {
  const fills = fillsOf(track, self);
  if (fills.length === 0) return null;
  const quick = followedWidth(track, fills);
  if (quick !== null) return { ...track.bar!, drawn: quick };
  const inner = innerBox(track);
  const spans = fills.map((fill) => fill.element.getBoundingClientRect());
  if (inner.right - inner.left < SHORTEST_TRACK || (!certain && !looksLikeBar(track, fills, inner, spans))) return null;
  const full = spans.reduce(
    (sum, span) => sum + Math.max(0, Math.min(span.right, inner.right) - Math.max(span.left, inner.left)),
    0,
  );
  const bar = sized(boxed.element, full / (inner.right - inner.left));
  track.follows = fills.length === 1 && follows(fills[0]!.element, bar.drawn!);
  track.bar = bar;
  return bar;
}

/**
 * Measuring costs a layout of the page. A fill that once measured as wide as its inline percentage says goes on doing so until its
 * look changes; near the ends, where a minimum or maximum may hold it, it is measured all the same.
 */
function followedWidth(track: Entry, fills: Entry[]): number | null {
  if (!track.follows || !track.bar || fills.length !== 1) return null;
  const percent = inlinePercent(fills[0]!.element);
  return percent === null || percent < 10 || percent > 90 ? null : round(percent / 100);
}

function follows(fill: Element, fraction: number): boolean {
  const percent = inlinePercent(fill);
  return percent !== null && percent >= 5 && percent <= 95 && Math.abs(percent / 100 - fraction) < 0.002;
}

function inlinePercent(element: Element): number | null {
  const width = (element as HTMLElement).style?.width ?? "";
  return width.endsWith("%") ? parseFloat(width) : null;
}

/** Without a role, only what is unmistakable counts: flat, filled from its start, and either steered by a style or in a drawn track. */
function looksLikeBar(track: Entry, fills: Entry[], inner: DOMRectReadOnly, spans: DOMRect[]): boolean {
  if (track.kids.some((kid) => isEntry(kid) && kid.present && !fills.includes(kid))) return false;
  const high = inner.bottom - inner.top;
  if (high < 1 || high > TALLEST_TRACK || inner.right - inner.left < 3 * high) return false;
  if (spans.some((span) => span.height > high + 2 || span.height < high / 3)) return false;
  const [first] = spans;
  const fromStart = first!.left <= inner.left + 2 || Math.abs(spans.at(-1)!.right - inner.right) <= 2;
  const wide = spans.every((span) => span.width <= inner.right - inner.left + 2);
  return fromStart && wide && (fills.some((fill) => hinted(fill.element)) || isDrawnTrack(track));
}

/** Its width, transform or a variable is set on the element itself, as scripts do it. */
function hinted(element: Element): boolean {
  const style = element.getAttribute("style") ?? "";
  return /(^|;)\s*(width\s*:\s*[\d.]+%|transform\s*:|--[\w-]+\s*:|inset-inline-end\s*:|right\s*:\s*[\d.]+%)/.test(
    style,
  );
}

function isDrawnTrack(track: Entry): boolean {
  const { overflow, borderTopWidth, borderTopLeftRadius } = track.style!;
  return (
    track.look!.painted &&
    (overflow !== "visible" || parseFloat(borderTopWidth) > 0 || parseFloat(borderTopLeftRadius) > 0)
  );
}

function innerBox(track: Entry): DOMRectReadOnly {
  const { left, top, width, height } = track.element.getBoundingClientRect();
  const { borderLeftWidth, borderRightWidth, borderTopWidth, borderBottomWidth, paddingLeft, paddingRight } =
    track.style!;
  const before = parseFloat(borderLeftWidth) + parseFloat(paddingLeft);
  const after = parseFloat(borderRightWidth) + parseFloat(paddingRight);
  const [above, below] = [parseFloat(borderTopWidth), parseFloat(borderBottomWidth)];
  return new DOMRectReadOnly(
    left + before,
    top + above,
    Math.max(0, width - before - after),
    Math.max(0, height - above - below),
  );
}

function sized(element: Element, fraction?: number): Bar {
  const { width, height } = element.getBoundingClientRect();
  const hasArea = width >= 0.5 && height >= 0.5;
  return fraction === undefined ? { hasArea } : { hasArea, drawn: round(fraction) };
}

function round(fraction: number): number {
  return Math.round(Math.min(1, Math.max(0, fraction)) * 1000) / 1000;
}

function insideBar(entry: Entry): boolean {
  for (let at = entry.parent; at; at = at.parent) if (at.role === "progressbar" || at.role === "meter") return true;
  return entry.kids.some((kid) => isEntry(kid) && (kid.role === "progressbar" || kid.role === "meter"));
}
