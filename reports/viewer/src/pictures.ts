/** Pictures of the page: their captions, and a look at one as large as the window allows, with a way to the next. */
import { partOf, imageOf } from "./parts";
import { isOf, type Index, type Picture, type Trial } from "./data";
import { button, h } from "./dom";
import { grouped } from "./groups";
import { capital, spoken } from "./words";

/** A moment with its picture. */
export interface Shot {
  at: number;
  tab: number;
  image: string;
  /** `1 min 20.0 s: The person reloads the page`; the tab is named where there are several. */
  title: string;
}

/** The pictures of a trial in the order of time; those of one moment are one. */
export function shotsOf(index: Index, trial: Trial): Shot[] {
  const { pictures } = partOf(index.report, trial);
  const several = new Set(pictures.map((picture) => picture.tab)).size > 1;
  const shots = grouped(pictures, (picture) => `${picture.at} ${picture.tab}`).map((held): Shot => {
    const { at, tab, image } = held[0];
    const captions = new Set(held.map((picture) => captionOf(index, trial, picture)));
    return { at, tab, image, title: `${spoken(at)}${several ? `, tab ${tab + 1}` : ""}: ${[...captions].join("; ")}` };
  });
  return shots.sort((a, b) => a.at - b.at || a.tab - b.tab);
}

export function captionOf(index: Index, trial: Trial, picture: Picture): string {
  const found = index.own(trial).find((one) => isOf(picture, one.finding));
  if (found) return `Finding ${found.number}: ${index.law(found.finding.law).failure_title}`;
  return capital(picture.label);
}

export function image(name: string, words: string): HTMLImageElement {
  return h("img", { src: imageOf(name), alt: words, loading: "lazy", decoding: "async" });
}

/** A picture that opens large when it is pressed. */
export function figure(name: string, words: string, enlarge: () => void): HTMLElement {
  const open = h(
    "button",
    { type: "button", class: "picture-open", "aria-label": `Enlarge: ${words}` },
    image(name, ""),
  );
  open.addEventListener("click", enlarge);
  return open;
}

/** Shows the pictures of a trial one at a time; the arrow keys go on and back. `went` hears where one got to. */
export function lookAt(shots: readonly Shot[], first: number, went: (at: number) => void): void {
  const shown = h("div", { class: "enlarged-shown" });
  const dialog = h("dialog", { class: "enlarged", "aria-label": "Pictures of the page" }, shown);
  let place = first;
  const show = (to: number): void => {
    place = Math.min(Math.max(0, to), shots.length - 1);
    const shot = shots[place];
    if (!shot) return;
    shown.replaceChildren(image(shot.image, shot.title), h("p", {}, shot.title));
    back.disabled = place === 0;
    on.disabled = place === shots.length - 1;
    count.textContent = `${place + 1} of ${shots.length}`;
  };
  const back = button("Previous", () => show(place - 1));
  const on = button("Next", () => show(place + 1));
  const count = h("span", { class: "quiet", role: "status" });
  const close = button("Close", () => dialog.close());
  dialog.append(h("div", { class: "enlarged-controls" }, back, count, on, close));
  dialog.addEventListener("keydown", (event) => {
    if (event.key === "ArrowLeft") show(place - 1);
    if (event.key === "ArrowRight") show(place + 1);
  });
  dialog.addEventListener("click", (event) => event.target === dialog && dialog.close());
  dialog.addEventListener("close", () => {
    dialog.remove();
    const shot = shots[place];
    if (shot && place !== first) went(shot.at);
  });
  document.body.append(dialog);
  show(first);
  dialog.showModal();
}
