/** No answer is taken for a no: the page says that the job failed, although the service may have accepted it. */

import { afterNoAnswer as original } from "../src/submission";

export const law = "unknown-outcome-honest";
export const mirrors = "fetch timeout shown as failed although the server accepted it: article A16 and A17";
export const replaces = "src/submission.ts#afterNoAnswer";
export const title = "Shows a lost answer as a failure";

export const afterNoAnswer: typeof original = (submission) => {
  const refusal = { type: "", title: "The job failed", remedy: "Try again.", where: "", againAt: null };
  return { ...original(submission), refusal };
};
