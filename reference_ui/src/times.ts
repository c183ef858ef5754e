/** Times as people read them: hours, minutes and seconds, in the time zone of the browser. */

const clock = new Intl.DateTimeFormat("en-GB", { hour: "2-digit", minute: "2-digit", second: "2-digit" });

/** "09:03:20" */
export function shownTime(atMs: number): string {
  return clock.format(atMs);
}
