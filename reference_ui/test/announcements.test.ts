import { describe, expect, it } from "vitest";
import { jobNews } from "../src/announcements";
import { applyEvent } from "../src/reducer";
import { document, event, knowing } from "./given";

describe("news that are told aloud", () => {
  const before = knowing(document());
  const paused = (reason: string) => applyEvent(before, event("run.paused", 11, { reason }));

  it("are a pause, with its reason, and its end", () => {
    const standing = paused("maintenance");
    expect(jobNews(before, standing)).toEqual(["Publish 28 items is paused. Paused for maintenance."]);
    const on = applyEvent(standing, event("run.resumed", 12));
    expect(jobNews(standing, on)).toEqual(["Publish 28 items goes on."]);
    const lost = applyEvent(standing, event("worker.lost", 12));
    expect(jobNews(standing, lost)).toEqual([]);
  });

  it("are not each breath that the marketplace takes", () => {
    const standing = paused("rate-limit");
    expect(jobNews(before, standing)).toEqual([]);
    expect(jobNews(standing, applyEvent(standing, event("run.resumed", 12)))).toEqual([]);
  });
});
