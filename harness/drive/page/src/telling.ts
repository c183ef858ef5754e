/** What tabs tell each other: each gets it a moment later, at a moment of virtual time. */
import { everybody } from "./peers";

export interface Letter {
  readonly about: string;
  readonly from: number;
  readonly content: unknown;
}

interface Sender {
  readonly tab: number;
  now(): number;
}

/** A tab takes it that late; at no time at all, two tabs that answer each other would never let time pass. */
export const TELLING_MS = 1;

const readers = new Map<string, (letter: Letter) => void>();
let sender: Sender | undefined;
/** What a document tells before it knows the others. */
let unsent: (() => void)[] | null = [];

export function startTelling(by: Sender): void {
  sender = by;
}

export function readLetters(about: string, read: (letter: Letter) => void): void {
  readers.set(about, read);
}

/** Tells all tabs, this one too. */
export function tell(about: string, content: unknown): void {
  const { tab, now } = sender!;
  const letter = { about, from: tab, content };
  const arrivesMs = now() + TELLING_MS;
  const send = (): void => {
    for (const one of everybody()) one.receive(letter, arrivesMs);
  };
  if (unsent) unsent.push(send);
  else send();
}

/** The others are known, or there are none. */
export function sendUnsent(): void {
  const held = unsent ?? [];
  unsent = null;
  for (const send of held) send();
}

export function readLetter(letter: Letter): void {
  readers.get(letter.about)?.(letter);
}
