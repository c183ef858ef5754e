import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { FluentResource } from "@fluent/bundle";
import { describe, expect, it } from "vitest";
import { say } from "../src/words";

const folder = join(import.meta.dirname, "../microcopy/en");
const source = readdirSync(folder)
  .map((name) => readFileSync(join(folder, name), "utf8"))
  .join("\n");
const messages = new FluentResource(source).body.map((message) => ({
  id: message.id,
  args: variablesIn(message.value),
}));
const ids = messages.map((message) => message.id);

/** Names of the variables that a pattern needs. */
function variablesIn(pattern: unknown): string[] {
  if (Array.isArray(pattern)) return pattern.flatMap(variablesIn);
  if (pattern === null || typeof pattern !== "object") return [];
  const { type, name } = pattern as { type?: string; name?: string };
  return type === "var" && name !== undefined ? [name] : Object.values(pattern).flatMap(variablesIn);
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".ts"));
}

describe("microcopy/en", () => {
  it.each(messages)("says $id with all its arguments, in one and in many", ({ id, args }) => {
    for (const number of [0, 1, 2, 200]) {
      const given = Object.fromEntries(args.map((name) => [name, number]));
      expect(say(id, given)).not.toMatch(/[{}]/);
    }
  });

  it.each(messages.filter((message) => message.args.length > 0))(
    "does not say $id with an argument missing",
    ({ id }) => {
      expect(() => say(id)).toThrow(id);
    },
  );

  it("has no message twice", () => {
    expect(new Set(ids).size).toBe(ids.length);
  });

  it("has no message that nobody says", () => {
    const folder = join(import.meta.dirname, "../src");
    const code = filesBelow(folder).map((name) => readFileSync(join(folder, name), "utf8"));
    const stems = [...code.join("").matchAll(/["'`]([a-z]+(?:-[a-z]+)*-?)(?=["'`$])/g)].map((match) => match[1] ?? "");
    const built = (id: string): boolean =>
      stems.some((stem) => stem === id || (stem.endsWith("-") && id.startsWith(stem)));
    const said = (id: string): boolean =>
      built(id) || source.includes(`{ ${id} }`) || HALVES.some((half) => id.endsWith(half));
    expect(ids.filter((id) => !said(id))).toEqual([]);
  });

  it("does not know a message that is not there", () => {
    expect(() => say("nothing-of-this-name")).toThrow("nothing-of-this-name");
  });
});

/** Ends of ids that are put together from a variable and a fixed end. */
const HALVES = ["-early", "-heading", "-hint"];

describe("numbers", () => {
  it("agree with their nouns", () => {
    expect(say("processed", { processed: 1, total: 1 })).toBe("1 of 1 item processed");
    expect(say("processed", { processed: 124, total: 200 })).toBe("124 of 200 items processed");
    expect(say("queue-ahead", { ahead: 1 })).toBe("1 job ahead of this one.");
    expect(say("action-publish", { count: 200 })).toBe("Publish 200 items");
    expect(say("retry-now", { items: 4, attempt: 2, max: 3 })).toBe("Retrying 4 items, attempt 2 of 3.");
  });

  it("say what was skipped only if something was", () => {
    expect(say("summary-succeeded", { kind: "import", succeeded: 300, skipped: 0 })).toBe(
      "Import complete. 300 items imported.",
    );
    expect(say("summary-succeeded", { kind: "publish", succeeded: 1, skipped: 5 })).toBe(
      "Publish complete. 1 item published, 5 skipped.",
    );
  });
});
