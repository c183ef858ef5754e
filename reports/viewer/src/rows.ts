/** The grid's rows: the trials of one scenario with one defect, and the answer of each law over them. */
import type { Trial, Verdict } from "./data";

export interface Row {
  title: string;
  defect: string | null;
  arms: Set<string>;
  trials: Trial[];
}

export interface Cell {
  verdict: Verdict;
  count: number;
  of: number;
  trial: Trial;
}

/** The graver first. */
const ORDER: Verdict[] = ["error", "failed", "cant_tell", "passed", "not_exercised", "not_observable"];

export function rowsOf(trials: Trial[]): Row[] {
  const rows = new Map<string, Row>();
  for (const trial of trials) {
    const key = `${trial.scenario.id} ${trial.result.defect ?? ""}`;
    const fresh = {
      title: trial.scenario.title,
      defect: trial.result.defect,
      arms: new Set(trial.scenario.arms),
      trials: [],
    };
    const row = rows.get(key) ?? fresh;
    row.trials.push(trial);
    rows.set(key, row);
  }
  return [...rows.values()];
}

/** The gravest answer that a law gave in the row, in how many of its trials, and the first of them. */
export function cellOf(row: Row, law: string): Cell | undefined {
  const answers = row.trials.flatMap((trial) =>
    trial.result.verdicts.filter((one) => one.law === law).map((one) => ({ trial, verdict: one.verdict })),
  );
  const gravest = ORDER.find((verdict) => answers.some((one) => one.verdict === verdict));
  const first = answers.find((one) => one.verdict === gravest);
  if (!gravest || !first) return undefined;
  const count = answers.filter((one) => one.verdict === gravest).length;
  return { verdict: gravest, count, of: answers.length, trial: first.trial };
}
