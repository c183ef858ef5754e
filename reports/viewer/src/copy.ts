/** Text to take along: a button that copies it, and says so. */
import { button, h } from "./dom";

/** `by hand` is what to do where a page may not copy. */
export function copyButton(name: string, text: () => string, byHand: string): HTMLElement {
  const told = h("span", { class: "visually-hidden", role: "status" });
  const copy = button(name, () => {
    const answer = (words: string): void => {
      told.textContent = copy.textContent = words;
      setTimeout(() => (copy.textContent = name), 2000);
    };
    void copied(text()).then((done) => answer(done ? "Copied" : byHand));
  });
  return h("span", { class: "copy" }, copy, told);
}

async function copied(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

/** A command with a button that copies it; it is selected too, for those who copy by hand. */
export function command(text: string): HTMLElement {
  const code = h("code", { tabindex: "0" }, text);
  const copy = copyButton("Copy", () => text, "Selected: copy it with the keyboard");
  copy.addEventListener("click", () => getSelection()?.selectAllChildren(code));
  return h("div", { class: "command" }, code, copy);
}
