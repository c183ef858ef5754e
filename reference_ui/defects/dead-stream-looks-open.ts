/** A stream that has died is taken for one that is open, so no other is opened in its place. */

import { openStream as original } from "../src/network";

export const law = "reconnect-catches-up";
export const mirrors = "a dead socket still open after sleep: agentbridge #165";
export const replaces = "src/network.ts#openStream";
export const title = "Never opens the stream again";

let isOpen = false;

export const openStream: typeof original = (way, lastEvent, handlers) => {
  if (isOpen) return () => undefined;
  const opened = (): void => {
    isOpen = true;
    handlers.opened();
  };
  return original(way, lastEvent, { ...handlers, opened });
};
