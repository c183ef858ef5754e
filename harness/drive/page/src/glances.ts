/**
 * When to look at a page in real time. What a script wrote before a frame is painted with it, so a look belongs to a frame; and
 * frames are asked for only when there may be something to see, because a page that is drawn sixty times a second in vain
 * costs more than all else in a trial.
 */
const nextFrame = window.requestAnimationFrame.bind(window);

/** What happens to a page and is no mutation. */
const TELLING = ["input", "change", "popstate"];
/** How often to ask for what nothing tells of: a value or an address that a script set. */
const ASK_AGAIN_MS = 100;

export class Glances {
  private planned = false;

  /** `due` is cheap and says whether a look would find anything. */
  constructor(
    private readonly look: () => void,
    due: () => boolean,
    private readonly frame: (look: () => void) => void = nextFrame,
  ) {
    for (const type of TELLING) window.addEventListener(type, () => this.soon(), { capture: true, passive: true });
    setInterval(() => {
      if (due()) this.soon();
    }, ASK_AGAIN_MS);
    this.soon();
  }

  /** With the next frame. */
  soon(): void {
    if (this.planned) return;
    this.planned = true;
    this.frame(() => {
      try {
        this.look();
      } finally {
        this.planned = false;
      }
    });
  }
}
