/** A long list that shows its beginning, and more when asked: a report of a thousand trials opens as one of ten. */
import { button } from "./dom";

export function shownBit<Item>(
  list: HTMLElement,
  items: readonly Item[],
  most: number,
  draw: (item: Item) => HTMLElement,
): HTMLElement | undefined {
  let shown = 0;
  const more = button(
    "",
    () => {
      const first = grow();
      first?.querySelector<HTMLElement>("a, button")?.focus();
    },
    { class: "more" },
  );
  const grow = (): HTMLElement | undefined => {
    const drawn = items.slice(shown, shown + most).map(draw);
    list.append(...drawn);
    shown += drawn.length;
    const left = items.length - shown;
    more.textContent = `Show ${Math.min(left, most)} more of ${left}`;
    more.hidden = left === 0;
    return drawn[0];
  };
  grow();
  return more.hidden ? undefined : more;
}
