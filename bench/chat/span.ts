import { cpuSecondsOf, cpuSecondsOfAll } from "../lib/cpu.ts";

/** Seconds of CPU over a span of time, by whom; and how many cores everything else on the machine has used. */
export interface Span {
  program: number;
  database: number;
  pages: number;
  otherCores: number;
}

/** Begins a span; answers a function that ends it. A program that is killed in between takes its part with it. */
export function beginSpan(pids: () => { program: number; database: number; pages: number }): () => Span {
  const read = () => {
    const { program, database, pages } = pids();
    return {
      pid: program,
      program: cpuSecondsOf(program),
      database: cpuSecondsOf(database),
      pages: cpuSecondsOf(pages),
      all: cpuSecondsOfAll(),
      at: performance.now(),
    };
  };
  const before = read();
  return () => {
    const after = read();
    const program = after.program - (after.pid === before.pid ? before.program : 0);
    const database = after.database - before.database;
    const pages = after.pages - before.pages;
    const others = after.all - before.all - program - database - pages;
    return { program, database, pages, otherCores: (others * 1000) / (after.at - before.at) };
  };
}
