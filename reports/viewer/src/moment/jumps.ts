/** The moments that one may want to go to, by kind, and the way from one to the next. */
import type { Numbered, Run, Timeline } from "../data";
import { OUTCOME_WORDS, STATE_WORDS } from "../words";

export interface Jump {
  at: number;
  words: string;
  finding?: Numbered;
}

export type Jumps = Record<"finding" | "step" | "state", Jump[]>;

export function jumpsOf(timeline: Timeline, own: readonly Numbered[]): Jumps {
  return {
    finding: sorted(own.map((one) => ({ at: one.finding.at_ms, words: one.finding.sentence, finding: one }))),
    step: sorted(timeline.person.map((step) => ({ at: step.at, words: `the person ${step.words}` }))),
    state: sorted(timeline.truth.runs.flatMap(changesOf)),
  };
}

export function previous(jumps: readonly Jump[], at: number): Jump | undefined {
  return jumps.findLast((jump) => jump.at < at);
}

export function next(jumps: readonly Jump[], at: number): Jump | undefined {
  return jumps.find((jump) => jump.at > at);
}

function changesOf(run: Run): Jump[] {
  const states = run.states.map((band) => ({ at: band.from, words: `${run.title}: ${stateWords(run, band.state)}` }));
  const phases = run.phases.map((phase) => ({ at: phase.from, words: `${run.title}: ${phase.title} begins` }));
  return [...states, ...phases];
}

function stateWords(run: Run, state: string): string {
  const words = state === "ended" ? OUTCOME_WORDS[run.outcome ?? ""] : STATE_WORDS[state];
  return (words ?? state).toLowerCase();
}

function sorted(jumps: Jump[]): Jump[] {
  return jumps.sort((a, b) => a.at - b.at);
}
