import {
  emptyState,
  type FilmEvent,
  reduce,
  startFold,
} from "../apps/server/src/spaces/films/engine/index.ts";
import { yearOf } from "./film-ranks/history.ts";
import { createWorld } from "./film-ranks/world.ts";
import { median } from "./lib/latencies.ts";
import { readOptions } from "./lib/options.ts";
import { printReport } from "./lib/report.ts";
import type { Row } from "./lib/table.ts";

const megabyte = 1e6;
const { rounds } = readOptions();

/** How fast a log is taken in. The machine may be busy with other things, so the processor's own time counts, its collector's included. */
function measure(log: readonly FilmEvent[], takeInAll: (log: readonly FilmEvent[]) => void) {
  const before = process.cpuUsage();
  const started = performance.now();
  takeInAll(log);
  const seconds = (performance.now() - started) / 1000;
  const { user, system } = process.cpuUsage(before);
  return { seconds, perSecond: log.length / seconds, perCpuSecond: log.length / ((user + system) / 1e6) };
}

function fold(log: readonly FilmEvent[]): void {
  const state = startFold();
  for (const event of log) state.takeIn(event);
}

const year = [...yearOf(createWorld(1), 1)];
const rows: Row[] = [];
function run(
  name: string,
  log: readonly FilmEvent[],
  takeInAll: (log: readonly FilmEvent[]) => void,
): number {
  const runs = Array.from({ length: rounds }, () => measure(log, takeInAll));
  const memory = process.memoryUsage().rss / megabyte;
  for (const { seconds, perSecond, perCpuSecond } of runs)
    rows.push([name, log.length, seconds, perSecond, perCpuSecond, memory]);
  return median(runs.map(({ perCpuSecond }) => perCpuSecond));
}

const speed = run("a year of 5,000 people", year, fold);
run(
  "its beginning, as values (`reduce`)",
  year.slice(0, 100_000),
  (log) => void log.reduce(reduce, emptyState()),
);
const sizes = { people: 50_000, films: 20_000 };
run("50,000 people, 2,000,000 acts", [...yearOf(createWorld(1, sizes), 1, 2_000_000)], fold);

const isReached = printReport(
  "The rank and score engine of the films, in memory",
  ["log", "events", "seconds", "events/s", "events per second of CPU", "resident MB"],
  rows,
  [
    {
      what: "a year of 5,000 people, events per second of CPU",
      measured: speed,
      unit: "/s",
      atLeast: 200_000,
    },
  ],
);
process.exitCode = isReached ? 0 : 1;
