/** A stream that breaks is taken for the job that breaks, until the stream is back. */

import { createServices as original } from "../src/services";

export const law = "transport-error-not-job-failure";
export const mirrors = "a connection that fails is shown as a failed job: czue/celery-progress #77; article A58";
export const replaces = "src/services.ts#createServices";
export const title = "Shows a broken stream as a failed job";

export const createServices: typeof original = (network) => {
  const failAll = (): void => {
    services.jobs.update((state) => {
      const failed = Object.entries(state.jobs).map(([id, job]) => {
        return [id, job.state === "ended" ? job : { ...job, state: "ended" as const, outcome: "failed" as const }];
      });
      return { ...state, jobs: Object.fromEntries(failed) as typeof state.jobs };
    });
  };
  const services = original({
    ...network,
    openStream: (way, lastEvent, handlers) => {
      const lost = (refused: boolean): void => {
        if (!refused) failAll();
        handlers.lost(refused);
      };
      return network.openStream(way, lastEvent, { ...handlers, lost });
    },
  });
  return services;
};
