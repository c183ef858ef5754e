/** Puts the parts together: what is known, what keeps it up to date, and what carries wishes out. */

import { type Choice, choiceAfter, keepChoice } from "./choice";
import { type Contact, FIRST_CONTACT, Live } from "./live";
import type { Network } from "./network";
import { addJob, type JobsState, NOTHING_KNOWN } from "./reducer";
import { jobPath, navigate } from "./router";
import { jobSentBefore, rememberSent } from "./sent";
import { Store } from "./store";
import type { Submission, Submissions, Wish } from "./submission";
import { Submitter } from "./submitter";

/** Everything that the pages need. */
export interface Services {
  readonly network: Network;
  readonly jobs: Store<JobsState>;
  readonly contact: Store<Contact>;
  readonly submissions: Store<Submissions>;
  readonly choice: Store<Choice>;
  readonly live: Live;
  readonly submitter: Submitter;
  /** The person wants something. */
  readonly press: (wish: Wish) => void;
}

/** Who still waits where the button is wants to be taken to the job; who asked for several has them in sight there. */
export function leadsToJob({ wish, alone }: Submission, path: string): boolean {
  return wish.do === "submit" && alone && path === "/";
}

/** The services on that network, not started yet. */
export function createServices(network: Network): Services {
  const jobs = new Store<JobsState>(NOTHING_KNOWN);
  const contact = new Store<Contact>(FIRST_CONTACT);
  const submissions = new Store<Submissions>({});
  const choice = new Store<Choice>(null);
  keepChoice(choice);
  const live = new Live(network, jobs, contact);
  const submitter = new Submitter(network, submissions, {
    accepted: (job, submission, afterTrouble) => {
      jobs.update((state) => addJob(state, job));
      if (afterTrouble) void live.catchUp();
      const { wish } = submission;
      if (wish.do === "submit") choice.update((now) => choiceAfter(now, wish.order.upload));
      if (!leadsToJob(submission, location.pathname)) return;
      rememberSent(wish, job.id);
      navigate(jobPath(job.id));
    },
    kept: (upload) => choice.update(() => upload),
  });
  const press = (wish: Wish): void => {
    const before = jobSentBefore(wish, jobs.value);
    if (before === undefined) submitter.press(wish);
    else navigate(jobPath(before));
  };
  return { network, jobs, contact, submissions, choice, live, submitter, press };
}
