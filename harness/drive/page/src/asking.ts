/**
 * What the browser itself asks (`confirm`, `prompt`, `alert`). A real one stops the page until a person has answered; here
 * the answer is at hand: what the person who pressed last had in mind. It is shown, and gone in the same moment.
 */
export interface Intent {
  readonly answer: "confirm" | "dismiss";
  readonly by: string;
}

export interface AskingHost {
  /** Shows a question with its buttons; returns their ids on the screen. */
  show(text: string, buttons: readonly string[]): string[];
  record(record: object): void;
  now(): number;
}

const BUTTONS = { confirm: "OK", dismiss: "Cancel" };
/** Who is asked out of the blue says no. */
let intent: Intent = { answer: "dismiss", by: "mouse" };

export function intend(next: Intent): void {
  intent = next;
}

export function installAsking(host: AskingHost): void {
  const ask = (text: string): boolean => {
    const [yes = null, no = null] = host.show(text, [BUTTONS.confirm, BUTTONS.dismiss]);
    const { answer, by } = intent;
    const node = answer === "confirm" ? yes : no;
    host.record({ record: "answer", at_ms: host.now(), node, name: BUTTONS[answer], part: answer, by });
    return answer === "confirm";
  };
  window.confirm = (text = "") => ask(String(text));
  window.prompt = (text = "", usual = "") => (ask(String(text)) ? String(usual) : null);
  window.alert = (text = "") => void host.show(String(text), [BUTTONS.confirm]);
}
