/** A moment in one breath, for the value of the timeline's slider. */
import type { Row, Timeline } from "../data";
import { spoken } from "../words";
import { openTabs, stateOf } from "./tabs";
import type { Told } from "./told";
import { truthAt } from "./truth";

const TELLING = new Set(["alert", "status", "heading"]);

export function spokenMoment(timeline: Timeline, told: readonly Told[], at: number): string {
  const screens = openTabs(timeline, at).map(({ tab, ...rest }) => {
    const rows = told.find((one) => one.tab === tab)?.rowsAt(at) ?? [];
    const where = told.length > 1 ? `Tab ${tab + 1}` : "The page";
    const hidden = stateOf({ tab, ...rest }, at, timeline.end) === "hidden" ? ", hidden" : "";
    const said = tellingRow(rows);
    return said ? `${where}${hidden}: “${said[1]}”.` : `${where}${hidden} says nothing.`;
  });
  return `${spoken(at)}. Truth: ${truthAt(timeline, at)}. ${screens.join(" ")}`;
}

/** How far it is first, then any number, any claim, and what is loudest. */
function tellingRow(rows: readonly Row[]): Row | undefined {
  const claims = rows.filter(([role, , , read]) => role !== "title" && read && read !== "?");
  return (
    claims.find(([, , , read]) => /\d of \d/.test(read ?? "")) ??
    claims.find(([, , , read]) => /\d/.test(read ?? "")) ??
    claims[0] ??
    rows.find(([role]) => TELLING.has(role)) ??
    rows[0]
  );
}
