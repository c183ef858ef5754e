/** The file that a person has chosen for an import, and what the service found in it; it outlives refusals and reloads. */

import type { Upload } from "./network";
import type { Store } from "./store";

/** The file that the next import takes; null where it is the price list that the service has. */
export type Choice = Upload | null;

const STORED = "chosen-file";

/** Take up the choice as it was when the page was last left, and remember each later one. */
export function keepChoice(choice: Store<Choice>): void {
  choice.update(() => stored());
  choice.subscribe((now) => {
    if (now === null) localStorage.removeItem(STORED);
    else localStorage.setItem(STORED, JSON.stringify(now));
  });
}

/** The choice once a job was accepted: what that job takes is chosen no more. */
export function choiceAfter(choice: Choice, takenId: string | undefined): Choice {
  return choice?.id === takenId ? null : choice;
}

function stored(): Choice {
  try {
    return JSON.parse(localStorage.getItem(STORED) ?? "null") as Choice;
  } catch {
    return null;
  }
}
