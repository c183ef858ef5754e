/** The pictures of a trial as a filmstrip: one stop for the keyboard, the arrow keys step through it. */
import { h } from "../dom";
import { image, type Shot } from "../pictures";

export class Film {
  readonly element: HTMLElement;
  private readonly frames: HTMLButtonElement[];
  private readonly strip: HTMLElement;
  private current = -1;

  constructor(
    private readonly shots: readonly Shot[],
    private readonly goTo: (at: number) => void,
  ) {
    this.frames = shots.map((shot, place) => this.frame(shot, place));
    this.strip = h("ol", { class: "film" }, ...this.frames.map((frame) => h("li", {}, frame)));
    this.strip.addEventListener("keydown", (event) => this.press(event));
    new ResizeObserver(() => this.center()).observe(this.strip);
    this.element = h(
      "section",
      { class: "film-block", "aria-labelledby": "film-title" },
      h("h3", { id: "film-title" }, `All ${shots.length} pictures`),
      this.strip,
    );
  }

  /** Marks the newest picture at a moment. */
  show(at: number): void {
    const place = this.shots.findLastIndex((shot) => shot.at <= at);
    if (place === this.current) return;
    this.frames[this.current]?.removeAttribute("aria-current");
    this.frames[place]?.setAttribute("aria-current", "true");
    this.current = place;
    const stop = Math.max(place, 0);
    this.frames.forEach((frame, index) => (frame.tabIndex = index === stop ? 0 : -1));
    this.center();
  }

  /** Only the strip moves, never the page. */
  private center(): void {
    const frame = this.frames[Math.max(this.current, 0)];
    if (frame) this.strip.scrollLeft = frame.offsetLeft - (this.strip.clientWidth - frame.offsetWidth) / 2;
  }

  private frame(shot: Shot, place: number): HTMLButtonElement {
    const made = h(
      "button",
      { type: "button", class: "frame", tabindex: place === 0 ? "0" : "-1" },
      image(shot.image, ""),
      h("span", {}, shot.title),
    );
    made.addEventListener("click", () => this.goTo(shot.at));
    return made;
  }

  private press(event: KeyboardEvent): void {
    const at = this.frames.indexOf(document.activeElement as HTMLButtonElement);
    const to = { ArrowLeft: at - 1, ArrowRight: at + 1, Home: 0, End: this.frames.length - 1 }[event.key];
    const frame = to === undefined ? undefined : this.frames[to];
    const shot = to === undefined ? undefined : this.shots[to];
    if (!frame || !shot) return;
    event.preventDefault();
    this.goTo(shot.at);
    frame.focus({ preventScroll: true });
  }
}
