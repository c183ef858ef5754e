import { describe, expect, it } from "vitest";
import { canImport, fileSentences, foundSentence, itemsToImport, problemSentence } from "../src/describe-file";
import type { Upload } from "../src/network";
import { afterNoAnswer, afterRefusal, beginSubmission } from "../src/submission";

const UPLOAD: Upload = {
  ...{ id: "upload-1", name: "prices.csv", rows: 12, good: 9 },
  problems: [{ cause: "missing-id", count: 3, rows: [2, 5, 9], remedy: "Give each item a unique ID, then try again." }],
};
const sending = beginSubmission(undefined, { do: "upload", file: new File([], "new.csv") }, "key");
const refusal = { type: "file-unreadable", title: "The file cannot be read", remedy: "Save it as CSV.", againAt: null };
const unreadable = (where: string) => afterRefusal(sending, { ...refusal, where });

describe("a file that is chosen", () => {
  it("is told with what is in it, and with what mends each trouble", () => {
    expect(fileSentences(UPLOAD, undefined)).toEqual([
      "“prices.csv” holds 12 rows. 9 of them can be imported.",
      "3 rows will fail because of a missing ID: 2, 5 and 9. Give each item a unique ID, then try again.",
    ]);
    expect(fileSentences(null, undefined)).toEqual([]);
  });

  it("may be good, bad or empty altogether", () => {
    const said = (rows: number, good: number) => foundSentence({ ...UPLOAD, rows, good });
    expect(said(12, 12)).toBe("“prices.csv” holds 12 rows. All of them can be imported.");
    expect(said(1, 1)).toBe("“prices.csv” holds 1 row. It can be imported.");
    expect(said(2, 0)).toBe("“prices.csv” holds 2 rows. None of them can be imported.");
    expect(said(0, 0)).toContain("there is nothing to import");
  });

  it("names the first of many rows, and says that there are more", () => {
    const many = { cause: "bad-format", count: 30, rows: [1, 2], remedy: "Correct it." };
    expect(problemSentence(many)).toBe("30 rows will fail because of a wrong format: 1, 2 and more. Correct it.");
    expect(problemSentence({ ...many, count: 1, rows: [4] })).toBe(
      "1 row will fail because of a wrong format: 4. Correct it.",
    );
  });

  it("is on its way until the service has looked at it, whatever was chosen before", () => {
    expect(fileSentences(UPLOAD, sending)).toEqual(["Sending “new.csv”…"]);
    expect(fileSentences(null, afterNoAnswer(sending))[0]).toContain("Sending “new.csv”… There is no answer yet");
  });

  it("may be one that cannot be read: why, and what mends it", () => {
    expect(fileSentences(null, unreadable("It is empty"))).toEqual([
      "“new.csv” cannot be read. It is empty. Save it as CSV.",
    ]);
    expect(fileSentences(null, unreadable(""))[0]).toContain("The file cannot be read.");
  });

  it("decides whether an import can be started, and of how many items", () => {
    const can = [canImport(null, undefined), canImport(UPLOAD, undefined)];
    const cannot = [
      canImport(UPLOAD, sending),
      canImport(UPLOAD, unreadable("")),
      canImport({ ...UPLOAD, rows: 0 }, undefined),
    ];
    expect([can, cannot]).toEqual([
      [true, true],
      [false, false, false],
    ]);
    expect([itemsToImport(null, 300), itemsToImport(UPLOAD, 300)]).toEqual([300, 12]);
  });
});
