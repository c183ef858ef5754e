/**
 * Which job a page of the history started, so that whoever comes back to it and presses again is taken to that job: Back is
 * no second order.
 */

import type { JobsState } from "./reducer";
import type { Wish } from "./submission";

interface Sent {
  readonly order: string;
  readonly job: string;
}

/** The page that the person is on has started that job, and is about to be left for it. */
export function rememberSent(wish: Wish, job: string): void {
  const sent: Sent = { order: orderOf(wish), job };
  history.replaceState({ sent }, "");
}

/** The job that came of the same wish when this page sent it before, while it is not over. */
export function jobSentBefore(wish: Wish, { jobs }: JobsState): string | undefined {
  const sent = (history.state as { sent?: Sent } | null)?.sent;
  if (wish.do !== "submit" || sent === undefined || sent.order !== orderOf(wish)) return undefined;
  return jobs[sent.job]?.state === "ended" ? undefined : sent.job;
}

/** Of what is offered as left to do, the job that goes on takes more and more away: the number is not what sets it apart. */
function orderOf(wish: Wish): string {
  return wish.do === "submit" ? `${wish.order.kind} ${wish.order.upload ?? ""}` : "";
}
