/** Pictures of the page. A click, or Enter, shows one as large as the window allows. */
import type { Picture } from "./data";
import { button, h } from "./dom";
import { OUTCOME_WORDS, STATE_WORDS, spoken } from "./words";

const SAFE = /^data:image\/(webp|png|jpeg);base64,[A-Za-z0-9+/=]*$/;

export function figure(picture: Picture, size: "large" | "small"): HTMLElement {
  const open = h(
    "button",
    { type: "button", class: "picture-open", "aria-label": `Enlarge: ${caption(picture)}` },
    image(picture),
  );
  open.addEventListener("click", () => enlarge(picture));
  return h(
    "figure",
    { class: `picture picture-${size}` },
    open,
    h(
      "figcaption",
      {},
      h("strong", {}, titleOf(picture)),
      ` ${[spoken(picture.at), picture.why].filter(Boolean).join(" · ")}`,
    ),
  );
}

export function strip(pictures: Picture[]): HTMLElement | undefined {
  const states = pictures.filter((picture) => picture.finding === null);
  if (states.length === 0) return undefined;
  return h(
    "section",
    { class: "block", "aria-labelledby": "pictures-title" },
    h("h2", { id: "pictures-title" }, "The page in each state of the job"),
    h("div", { class: "strip" }, ...states.map((picture) => figure(picture, "small"))),
  );
}

function image(picture: Picture): HTMLImageElement {
  return h("img", { src: SAFE.test(picture.src) ? picture.src : undefined, alt: caption(picture) });
}

function enlarge(picture: Picture): void {
  const dialog = h("dialog", { class: "enlarged", "aria-label": caption(picture) }, image(picture));
  dialog.append(
    h("p", {}, caption(picture)),
    button("Close", () => dialog.close()),
  );
  dialog.addEventListener("click", (event) => event.target === dialog && dialog.close());
  dialog.addEventListener("close", () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
}

function caption(picture: Picture): string {
  return `${titleOf(picture)} at ${spoken(picture.at)}${picture.why ? `: ${picture.why}` : ""}`;
}

function titleOf({ label }: Picture): string {
  return OUTCOME_WORDS[label] ?? STATE_WORDS[label] ?? capital(label);
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
