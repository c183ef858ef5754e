/** What can be said of a file that is chosen for an import: that it is on its way, what is in it, why it cannot be read. */

import type { Choice } from "./choice";
import type { Upload, UploadProblem } from "./network";
import { isOpen, type Submission } from "./submission";
import { say } from "./words";

const list = new Intl.ListFormat("en-GB");

/** What is known of the file, sentence by sentence. What was chosen last counts, whatever was found in one before. */
export function fileSentences(choice: Choice, submission: Submission | undefined): readonly string[] {
  if (submission !== undefined) return [sendingSentence(submission)];
  return choice === null ? [] : [foundSentence(choice), ...choice.problems.map(problemSentence)];
}

/** "“prices.csv” holds 12 rows. 8 of them can be imported." */
export function foundSentence({ name, rows, good }: Upload): string {
  if (rows === 0) return say("file-empty", { name });
  return good === rows ? say("file-good", { name, rows }) : say("file-found", { name, rows, good });
}

/** "3 rows will fail because of a missing ID: 2, 5 and 9. Give each item a unique ID, then try again." */
export function problemSentence({ cause, count, rows, remedy }: UploadProblem): string {
  const named = rows.length < count ? [...rows.map(String), say("file-more")] : rows.map(String);
  return say("file-problem", { cause, count, rows: list.format(named), remedy });
}

/** Whether an import can be started as things are: not while a file is on its way, nor with one that gives nothing. */
export function canImport(choice: Choice, submission: Submission | undefined): boolean {
  return submission === undefined && choice?.rows !== 0;
}

/** How many items an import takes: those of the chosen file, or those that the service has on its list. */
export function itemsToImport(choice: Choice, listed: number): number {
  return choice?.rows ?? listed;
}

function sendingSentence(submission: Submission): string {
  const { wish, phase, refusal } = submission;
  const name = wish.do === "upload" ? wish.file.name : "";
  if (isOpen(submission) || refusal === null) return say(`wish-${phase}`, { asking: say("file-sending", { name }) });
  const { title, where, remedy } = refusal;
  return say("file-unreadable", { name, reason: where === "" ? title : where, remedy });
}
