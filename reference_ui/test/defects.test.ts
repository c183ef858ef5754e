// @vitest-environment happy-dom
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";

interface Defect {
  readonly law: string;
  readonly mirrors: string;
  readonly replaces: string;
  readonly title: string;
}

const folder = join(import.meta.dirname, "../defects");
const ids = readdirSync(folder).map((name) => name.replace(/\.ts$/, ""));
const load = async (path: string) => (await import(join(import.meta.dirname, "..", path))) as Record<string, unknown>;
const defectOf = async (id: string) => (await load(`defects/${id}.ts`)) as unknown as Defect & Record<string, unknown>;

describe("defects", () => {
  it.each(ids)("%s replaces one exported function by another of its own", async (id) => {
    const defect = await defectOf(id);
    const [file = "", name = ""] = defect.replaces.split("#");
    const original = (await load(file))[name];
    expect(original).toBeTypeOf("function");
    expect(defect[name]).toBeTypeOf("function");
    expect(defect[name]).not.toBe(original);
  });

  it.each(ids)(
    "%s says in plain words what it does, and mirrors an issue, a version of a product or a sentence of the article",
    async (id) => {
      const { title, mirrors } = await defectOf(id);
      expect(title).toMatch(/^[A-Z].{10,}[^.]$/);
      expect(mirrors).toMatch(/#\d+|article [AB]\d+|\d+\.\d+/);
    },
  );
});
