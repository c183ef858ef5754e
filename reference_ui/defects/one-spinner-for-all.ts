/** All presses share one sign that something is on its way: while one is, another press changes nothing. */

import { createServices as original } from "../src/services";

export const law = "ack-instant";
export const mirrors = "overlapping actions share one spinner and hide it from one another: affresco #6";
export const replaces = "src/services.ts#createServices";
export const title = "Shows nothing of a press while another is on its way";

export const createServices: typeof original = (network) => {
  const services = original(network);
  const { submissions } = services;
  const subscribe = submissions.subscribe.bind(submissions);
  submissions.subscribe = (listener) =>
    subscribe((now, before) => {
      if (Object.keys(before).length === 0 || Object.keys(now).length < 2) listener(now, before);
    });
  return services;
};
