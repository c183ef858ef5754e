/** What a tab said at any moment, from the changes that were kept of it. */
import type { Row, TabWords, Timeline } from "../data";
import { lastAt } from "../layout";

/** Moves through the changes of one tab; going on is quick, going back begins anew. */
export class Told {
  private place = 0;
  private rows: number[] = [];

  constructor(
    private readonly lines: readonly Row[],
    private readonly words: TabWords,
  ) {}

  get tab(): number {
    return this.words.tab;
  }

  /** Of how many ms only the last words were kept; 0 where all were. */
  get every(): number {
    return this.words.every;
  }

  rowsAt(at: number): Row[] {
    const { changes } = this.words;
    if (this.place > 0 && (changes[this.place - 1]?.[0] ?? 0) > at) this.begin();
    for (let change = changes[this.place]; change && change[0] <= at; change = changes[this.place]) {
      const [, ...splices] = change;
      for (const [first, gone, ...come] of splices) this.rows.splice(first, gone, ...come);
      this.place++;
    }
    return this.rows.flatMap((number) => this.lines.slice(number, number + 1));
  }

  urlAt(at: number): string {
    return lastAt(this.words.urls, at)?.[1] ?? "";
  }

  /** How often the words changed after one moment and up to another. */
  changesBetween(after: number, upTo: number): number {
    return this.words.changes.filter(([at]) => at > after && at <= upTo).length;
  }

  /** The moments at which the words changed. */
  moments(): number[] {
    return this.words.changes.map(([at]) => at);
  }

  private begin(): void {
    this.place = 0;
    this.rows = [];
  }
}

export function toldOf(timeline: Timeline): Told[] {
  return timeline.words.tabs.map((tab) => new Told(timeline.words.lines, tab));
}
