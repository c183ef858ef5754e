// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { APART_MS, JobAnnouncer } from "../src/elements/job-announcer";

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
});

describe("the announcer", () => {
  const begin = async () => {
    const announcer = new JobAnnouncer();
    document.body.append(announcer);
    await announcer.updateComplete;
    const region = announcer.querySelector('[role="status"]');
    const said = () => [...(region?.children ?? [])].map((sentence) => sentence.textContent);
    return { announcer, said };
  };

  it("says the news of each job by itself, and nothing before there are any", async () => {
    const { announcer, said } = await begin();
    expect(said()).toEqual([]);
    announcer.news = ["Import 5 items has started.", "Sync 9 items is paused."];
    await announcer.updateComplete;
    expect(said()).toEqual(["Import 5 items has started.", "Sync 9 items is paused."]);
  });

  it("lets nobody miss news because others come right after them", async () => {
    const { announcer, said } = await begin();
    const told = async (...news: string[]) => {
      announcer.news = news;
      await announcer.updateComplete;
    };
    await told("Import 5 items. Import complete.");
    await told("Update 5 items was accepted.");
    await told("Update 5 items has started.");
    expect(said()).toEqual(["Import 5 items. Import complete."]);
    await vi.advanceTimersByTimeAsync(APART_MS);
    expect(said()).toEqual(["Update 5 items was accepted.", "Update 5 items has started."]);
    await vi.advanceTimersByTimeAsync(APART_MS);
    await told("Sync 9 items is paused.");
    expect(said()).toEqual(["Sync 9 items is paused."]);
  });

  it("clears what it said, and does not say it again when it is handed the same once more", async () => {
    const { announcer, said } = await begin();
    const news = ["Import 5 items has started."];
    announcer.news = news;
    await announcer.updateComplete;
    await vi.advanceTimersByTimeAsync(8_000);
    announcer.news = news;
    await announcer.updateComplete;
    expect(said()).toEqual([]);
  });
});
