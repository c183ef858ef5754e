/** The live region comes into the page together with its words: most screen readers keep silent. */

import { html, nothing } from "lit";
import { region as original } from "../src/elements/job-announcer";

export const law = "status-announced";
export const mirrors = "a live region inserted with its text is not read: Sage/carbon#6013; WCAG failure F103";
export const replaces = "src/elements/job-announcer.ts#region";
export const title = "Puts the live region into the page together with its words";

export const region: typeof original = (said) => (said.length === 0 ? html`${nothing}` : original(said));
