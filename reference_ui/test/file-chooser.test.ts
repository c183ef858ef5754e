// @vitest-environment happy-dom
import { afterEach, describe, expect, it } from "vitest";
import { FileChooser } from "../src/elements/file-chooser";
import type { Upload } from "../src/network";

const UPLOAD: Upload = { id: "upload-1", name: "prices.csv", rows: 12, good: 12, problems: [] };

async function showing(choice: Upload | null) {
  const chooser = new FileChooser();
  chooser.choice = choice;
  document.body.append(chooser);
  await chooser.updateComplete;
  const told: (string | File)[] = [];
  chooser.addEventListener("chosen", (event) => told.push((event as CustomEvent<File>).detail));
  chooser.addEventListener("removed", () => told.push("removed"));
  const input = chooser.querySelector("input");
  if (input === null) throw new Error("no input");
  return { chooser, input, told, said: () => chooser.querySelector('[role="status"]')?.textContent?.trim() };
}

afterEach(() => document.body.replaceChildren());

describe("the file chooser", () => {
  it("is named, and says nothing before there is anything to say", async () => {
    const { chooser, input, said } = await showing(null);
    expect(chooser.querySelector("label")?.htmlFor).toBe(input.id);
    expect([said(), chooser.querySelector("button")]).toEqual(["", null]);
  });

  it("hands on the file that was chosen", async () => {
    const { input, told } = await showing(null);
    const file = new File(["id"], "prices.csv");
    Object.defineProperty(input, "files", { value: [file] });
    input.dispatchEvent(new Event("change"));
    expect(told).toEqual([file]);
  });

  it("says what is in the file, and can put it aside; the focus stays here", async () => {
    const { chooser, input, told, said } = await showing(UPLOAD);
    expect(said()).toContain("holds 12 rows");
    chooser.querySelector("button")?.focus();
    chooser.querySelector("button")?.click();
    expect(told).toEqual(["removed"]);
    chooser.choice = null;
    await chooser.updateComplete;
    expect([said(), document.activeElement]).toEqual(["", input]);
  });
});
