import { Gauge, type Registry } from "prom-client";
import type { MediaLibrary } from "./media.ts";

/** What pictures use, what they may use, and how many wait to be made. */
export function installMediaMetrics(registry: Registry, media: MediaLibrary, budgetBytes: number): void {
  const used: Gauge = new Gauge({
    name: "maru_media_bytes",
    help: "What all pictures use.",
    registers: [registry],
    async collect() {
      // Without the database there is nothing to say; the other figures are still wanted.
      const bytes = await media.bytes().catch(() => undefined);
      if (bytes !== undefined) used.set(bytes);
    },
  });
  const budget = new Gauge({
    name: "maru_media_budget_bytes",
    help: "What all pictures may use.",
    registers: [registry],
  });
  budget.set(budgetBytes);
  const waiting: Gauge = new Gauge({
    name: "maru_media_waiting",
    help: "Pictures that wait for the one that is being made.",
    registers: [registry],
    collect: () => waiting.set(media.waiting()),
  });
}
