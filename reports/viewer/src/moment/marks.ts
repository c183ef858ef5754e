/** What is known of each line that stands: nothing claimed, read, not read, or false and by which law. */
import type { Finding, LawVerdict, Row } from "../data";
import type { Told } from "./told";

/** What stands for a sentence that could not be read, after what could. */
const UNREAD = "?";

export type Mark = "plain" | "read" | "unread" | "false";

/** A breach, from when until when its words stood; `quoted`: they could be seen. */
export interface Breach {
  finding: Finding;
  until: number;
  quoted: boolean;
}

export interface Marked {
  row: Row;
  mark: Mark;
  breaches: Finding[];
}

/** The breaches of a tab, also those that a more specific law reports in its place. */
export function breachesOf(verdicts: readonly LawVerdict[], told: Told): Breach[] {
  const own = verdicts.flatMap((one) => one.findings ?? []).filter((finding) => finding.tab === told.tab);
  return own.map((finding) => {
    const quoted = told.rowsAt(finding.at_ms).some((row) => says(row, finding));
    return { finding, quoted, until: finding.until_ms ?? (quoted ? gone(told, finding) : finding.at_ms) };
  });
}

export function standing(breaches: readonly Breach[], at: number): Breach[] {
  return breaches.filter(({ finding, until }) => finding.at_ms <= at && at <= until);
}

export function marked(rows: readonly Row[], breaches: readonly Breach[]): Marked[] {
  return rows.map((row) => {
    const own = breaches.map((one) => one.finding).filter((finding) => says(row, finding));
    return { row, breaches: own, mark: own.length > 0 ? "false" : markOf(row) };
  });
}

function markOf([, , , read]: Row): Mark {
  if (!read) return "plain";
  return read.endsWith(UNREAD) ? "unread" : "read";
}

function says([, text]: Row, { said }: Finding): boolean {
  return said !== "" && text.includes(said);
}

/** When the words of a breach that has no end of its own were seen for the last time. */
function gone(told: Told, finding: Finding): number {
  const later = told.moments().filter((at) => at > finding.at_ms);
  return (later.find((at) => !told.rowsAt(at).some((row) => says(row, finding))) ?? Infinity) - 1;
}
