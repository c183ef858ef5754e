/** Says things: the messages of microcopy/en, with their arguments. No other file holds words for people. */

/// <reference path="./vite-env.d.ts" />
import { FluentBundle, FluentResource, type FluentVariable } from "@fluent/bundle";

const sources = import.meta.glob<string>("../microcopy/en/*.ftl", { query: "?raw", import: "default", eager: true });

export type Arguments = Record<string, FluentVariable>;

// Isolating marks guard mixed directions of writing; there is one direction here, and people copy these texts.
const bundle = new FluentBundle("en", { useIsolating: false });
const mistakes = Object.values(sources).flatMap((source) => bundle.addResource(new FluentResource(source)));
if (mistakes.length > 0) throw new AggregateError(mistakes, "microcopy/en cannot be read");

/** Whether there is a message with that id: a service may use words that are newer than this page. */
export function canSay(id: string): boolean {
  return bundle.getMessage(id) !== undefined;
}

/** The message with that id. A message or an argument that is missing is an error, never a gap on the screen. */
export function say(id: string, given: Arguments = {}): string {
  const pattern = bundle.getMessage(id)?.value;
  if (pattern === null || pattern === undefined) throw new Error(`microcopy/en has no message "${id}"`);
  const errors: Error[] = [];
  const text = bundle.formatPattern(pattern, given, errors);
  if (errors.length > 0) throw new AggregateError(errors, `message "${id}" cannot be said: ${errors.join("; ")}`);
  return text;
}
