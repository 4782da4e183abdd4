import { cpuSecondsOf } from "./cpu.ts";
import { errorsOf, type LoadJob, type LoadReport, runLoad } from "./load.ts";
import type { Row } from "./table.ts";

/** The columns of a row that `createMeasure` makes. */
export const measuredHead = [
  "run",
  "answers/s",
  "p50 ms",
  "p90 ms",
  "p99 ms",
  "max ms",
  "program CPU ms",
  "database CPU ms",
  "errors",
];

/** Runs loads against a program and its database, and says what each answer cost both of them. */
export function createMeasure(port: number, program: { pid: number }, database: { pid: number }) {
  return async (name: string, job: Omit<LoadJob, "port">): Promise<{ run: LoadReport; row: Row }> => {
    const before = { program: cpuSecondsOf(program.pid), database: cpuSecondsOf(database.pid) };
    const run = await runLoad({ ...job, port });
    const each = (now: number, then: number) => ((now - then) * 1000) / run.answered;
    const cpu = [
      each(cpuSecondsOf(program.pid), before.program),
      each(cpuSecondsOf(database.pid), before.database),
    ];
    return {
      run,
      row: [name, run.perSecond, run.p50, run.p90, run.p99, run.max, ...cpu, errorsOf(run)],
    };
  };
}
