// @vitest-environment happy-dom
import { beforeEach, describe, expect, it } from "vitest";
import { type Choice, choiceAfter, keepChoice } from "../src/choice";
import { Store } from "../src/store";

const UPLOAD = { id: "upload-1", name: "prices.csv", rows: 12, good: 12, problems: [] };

function kept(): Store<Choice> {
  const choice = new Store<Choice>(null);
  keepChoice(choice);
  return choice;
}

beforeEach(() => localStorage.clear());

describe("the file that is chosen", () => {
  it("is still chosen after a reload, until it is put aside", () => {
    kept().update(() => UPLOAD);
    expect(kept().value).toEqual(UPLOAD);
    kept().update(() => null);
    expect(kept().value).toBeNull();
  });

  it("is chosen no more once a job has taken it, and only then", () => {
    expect(choiceAfter(UPLOAD, "upload-1")).toBeNull();
    expect([choiceAfter(UPLOAD, "upload-2"), choiceAfter(UPLOAD, undefined)]).toEqual([UPLOAD, UPLOAD]);
    expect(choiceAfter(null, undefined)).toBeNull();
  });

  it("is none where the storage holds nonsense", () => {
    localStorage.setItem("chosen-file", "{");
    expect(kept().value).toBeNull();
  });
});
