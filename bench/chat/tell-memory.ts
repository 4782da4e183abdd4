import { renameSync, writeFileSync } from "node:fs";
import { giveBackMemory } from "../../apps/server/src/platform/telemetry/give-back-memory.ts";

/** Loaded into the program: on SIGUSR2 it gives back what nothing needs and writes down what it holds then. */
process.on("SIGUSR2", () => {
  giveBackMemory();
  const file = process.env["BENCH_MEMORY_FILE"]!;
  writeFileSync(`${file}.new`, JSON.stringify(process.memoryUsage()));
  renameSync(`${file}.new`, file);
});
