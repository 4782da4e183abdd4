import { Counter, type Registry } from "prom-client";

/** A counter of what is counted elsewhere, in plain numbers that cost nothing: each of `counts` under its name as `label`. */
export function installCounts(
  registry: Registry,
  { name, help, label }: { name: string; help: string; label: string },
  counts: Readonly<Record<string, number>>,
): void {
  const counter: Counter = new Counter({
    name,
    help,
    labelNames: [label],
    registers: [registry],
    collect() {
      counter.reset();
      for (const [value, count] of Object.entries(counts)) counter.inc({ [label]: value }, count);
    },
  });
}
