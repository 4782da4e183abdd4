import { figure, machineLine, type Row, table } from "./table.ts";

export interface Goal {
  what: string;
  measured: number;
  unit: string;
  /** The measured figure has to be at most, or at least, this one. */
  atMost?: number;
  atLeast?: number;
}

/** Prints the runs and then the goals. Answers whether every goal was reached. */
export function printReport(title: string, head: string[], runs: Row[], goals: Goal[]): boolean {
  const rows = goals.map(({ what, measured, unit, atMost, atLeast }): Row => {
    const goal = atMost === undefined ? `≥ ${figure(atLeast!)}` : `≤ ${figure(atMost)}`;
    return [
      what,
      `${figure(measured)} ${unit}`,
      `${goal} ${unit}`,
      isReached({ measured, atMost, atLeast }) ? "✓" : "✗",
    ];
  });
  console.log(`\n## ${title}\n\n${machineLine()}\n`);
  if (runs.length > 0) console.log(`${table(head, runs)}\n`);
  console.log(table(["goal", "measured", "wanted", ""], rows));
  return goals.every(isReached);
}

function isReached({
  measured,
  atMost,
  atLeast,
}: Pick<Goal, "measured"> & { atMost?: number | undefined; atLeast?: number | undefined }): boolean {
  return (
    measured <= (atMost ?? Number.POSITIVE_INFINITY) && measured >= (atLeast ?? Number.NEGATIVE_INFINITY)
  );
}
