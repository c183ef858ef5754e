/** What one tab said at a moment, as text in reading order, each line with what is known of it. */
import type { Announcement, Finding, Index, Numbered } from "../data";
import { h, s } from "../dom";
import { findingLink } from "../links";
import { roleWords, spoken } from "../words";
import type { Breach, Mark, Marked } from "./marks";

/** Roles that tell a reader nothing. */
const QUIET = new Set(["generic", "paragraph", "listitem", "row", "more", "caption", "main", "document"]);
const LATELY_MS = 10_000;
const MOST_HEARD = 3;

const SIGNS: Record<Exclude<Mark, "plain">, [words: string, path: string]> = {
  read: ["claim, read", "M8 5a3 3 0 1 0 0 6a3 3 0 1 0 0-6z"],
  unread: ["could not be read", "M8 1l7 13h-14z"],
  false: ["a law objects", "M8 0.5l7.5 7.5l-7.5 7.5l-7.5-7.5z"],
};

export function lineOf(index: Index, own: readonly Numbered[], { row, mark, breaches }: Marked): HTMLElement {
  const [role, text, note, read] = row;
  const named = [QUIET.has(role) ? "" : roleWords(role), note].filter(Boolean).join(", ");
  return h(
    "li",
    { class: `line line-${role} line-is-${mark}` },
    mark === "plain" ? undefined : sign(mark),
    h("span", { class: "line-text" }, text),
    named ? h("span", { class: "line-role" }, named) : undefined,
    read ? h("span", { class: "line-read" }, readWords(read)) : undefined,
    ...breaches.map((finding) => breach(index, own, finding)),
  );
}

/** `read as: failed 3, the rest could not be read`. */
function readWords(read: string): string {
  const parts = read.split("; ");
  const known = parts.filter((part) => part !== "?").join("; ");
  if (parts.length === 1 || !read.endsWith("?")) return known ? `read as: ${known}` : "could not be read";
  return `read as: ${known}; the rest could not be read`;
}

/** What is wrong with the page and stands in none of its lines. */
export function missing(index: Index, own: readonly Numbered[], breaches: readonly Breach[]): HTMLElement[] {
  const lacking = breaches.filter((one) => !one.quoted);
  return lacking.map(({ finding }) =>
    h(
      "p",
      { class: "line line-is-false" },
      sign("false"),
      h("span", { class: "line-text" }, finding.sentence),
      breach(index, own, finding),
    ),
  );
}

export function heard(announcements: readonly Announcement[], tab: number, at: number): HTMLElement {
  const own = announcements.filter(([when, , , where]) => where === tab && when <= at);
  const lately = own.filter(([when]) => at - when <= LATELY_MS).slice(-MOST_HEARD);
  const last = own.at(-1);
  const words = lately.length > 0 ? lately : last ? [last] : [];
  return h(
    "div",
    { class: "heard" },
    h("h4", {}, "Said aloud to screen readers"),
    ...words.map(([when, text, politeness]) =>
      h(
        "p",
        {},
        `“${text}”`,
        h("span", { class: "quiet" }, ` ${spoken(at - when)} ago${politeness === "assertive" ? ", interrupting" : ""}`),
      ),
    ),
    words.length === 0 && h("p", { class: "quiet" }, "Nothing so far."),
  );
}

/** What the signs mean. */
export function legend(): HTMLElement {
  const entries = (Object.keys(SIGNS) as (keyof typeof SIGNS)[]).map((mark) =>
    h("li", { class: `line-is-${mark}` }, sign(mark), SIGNS[mark][0]),
  );
  return h("ul", { class: "key" }, ...entries, h("li", {}, "without a sign: it claims nothing about the job"));
}

function sign(mark: Exclude<Mark, "plain">): SVGSVGElement {
  const [words, d] = SIGNS[mark];
  return s(
    "svg",
    { class: "line-sign", viewBox: "0 0 16 16", width: 12, height: 12, role: "img", "aria-label": words },
    s("path", { d }),
  );
}

function breach(index: Index, own: readonly Numbered[], finding: Finding): HTMLElement {
  const found = own.find(
    (one) => one.finding.fingerprint === finding.fingerprint && one.finding.at_ms === finding.at_ms,
  );
  const law = index.law(finding.law);
  return h("a", { class: "line-law", href: found ? findingLink(found) : `#law-${law.id}` }, law.failure_title);
}
