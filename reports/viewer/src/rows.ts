/** The grid's rows: the trials of one scenario with one defect, and the answer of each law over them. */
import type { Index, Trial, Verdict } from "./data";
import { grouped } from "./groups";

export interface Row {
  id: string;
  title: string;
  defect: string | null;
  arms: Set<string>;
  trials: [Trial, ...Trial[]];
}

export interface Cell {
  verdict: Verdict;
  count: number;
  of: number;
  trial: Trial;
}

/** The graver first. */
export const ORDER: Verdict[] = ["error", "failed", "cant_tell", "passed", "not_exercised", "not_observable"];

export type Counts = Partial<Record<Verdict, number>>;

/** The rows, those in which something went wrong first. */
export function rowsOf(trials: readonly Trial[]): Row[] {
  const groups = grouped(trials, (trial) => `${trial.scenario.id} ${trial.result.defect ?? ""}`);
  const rows = groups.map((held) => {
    const { scenario, result } = held[0];
    return {
      id: scenario.id,
      title: scenario.title,
      defect: result.defect,
      arms: new Set(scenario.arms),
      trials: held,
    };
  });
  return rows.sort((a, b) => gravity(a) - gravity(b));
}

function gravity(row: Row): number {
  if (row.trials.some((trial) => trial.result.error)) return 0;
  return row.trials.some((trial) => trial.result.exit !== 0) ? 1 : 2;
}

/** For each law the gravest answer in the row, in how many of its trials, and the first of them. */
export function cellsOf(row: Row): Map<string, Cell> {
  const cells = new Map<string, Cell>();
  for (const trial of row.trials)
    for (const { law, verdict } of trial.result.verdicts) {
      const held = cells.get(law);
      const of = (held?.of ?? 0) + 1;
      const graver = !held || ORDER.indexOf(verdict) < ORDER.indexOf(held.verdict);
      if (graver) cells.set(law, { verdict, count: 1, of, trial });
      else cells.set(law, { ...held, of, count: held.count + Number(verdict === held.verdict) });
    }
  return cells;
}

/** How often each law gave each answer. */
export function countsByLaw({ report }: Index): Map<string, Counts> {
  const counts = new Map<string, Counts>(report.laws.map((law) => [law.id, {}]));
  for (const trial of report.trials)
    for (const { law, verdict } of trial.result.verdicts) {
      const held = counts.get(law) ?? {};
      held[verdict] = (held[verdict] ?? 0) + 1;
      counts.set(law, held);
    }
  return counts;
}
