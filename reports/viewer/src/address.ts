/** The address bar: it keeps the moment. What is dragged over replaces it once at rest; a jump can be gone back from. */

const REST_MS = 200;
let waiting: { link: string; timer: number } | undefined;

/** The moment moves on and on. */
export function rest(link: string): void {
  clearTimeout(waiting?.timer);
  waiting = { link, timer: setTimeout(settle, REST_MS) as unknown as number };
}

/** The moment is another one now. */
export function jump(link: string): void {
  settle();
  if (link !== location.hash) history.pushState(null, "", link);
}

/** Another place is shown: what waited is of no use any more. */
export function leave(): void {
  clearTimeout(waiting?.timer);
  waiting = undefined;
}

function settle(): void {
  const link = waiting?.link;
  leave();
  if (link) history.replaceState(null, "", link);
}
