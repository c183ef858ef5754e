/** The page holds each press back for a while, to see whether another follows, and shows nothing meanwhile. */

import { createServices as original } from "../src/services";

export const law = "ack-instant";
export const mirrors = "a press, and nothing happens: article A15; laws.md, ack-instant";
export const replaces = "src/services.ts#createServices";
export const title = "Takes a press only after 400 ms";

const HELD_MS = 400;

export const createServices: typeof original = (network) => {
  const services = original(network);
  const { submitter } = services;
  const press = submitter.press.bind(submitter);
  submitter.press = (...given) => void setTimeout(() => press(...given), HELD_MS);
  return services;
};
