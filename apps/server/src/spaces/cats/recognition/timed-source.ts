import { Histogram, type Registry } from "prom-client";
import type { Source } from "./source.ts";

/** A source whose looks are timed, the wait for their turn included. */
export function timedSource(source: Source): Source & { metrics(registry: Registry): void } {
  const duration = new Histogram({
    name: "maru_recognition_seconds",
    help: "How long it took to tell the breed from a photo, from when the photo was complete.",
    labelNames: ["outcome"],
    buckets: [0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30],
    registers: [],
  });
  return {
    ...source,
    async look(photo, isWanted) {
      const begun = performance.now();
      let outcome = "failed";
      try {
        const seen = await source.look(photo, isWanted);
        outcome = "refused" in seen ? "refused" : "told";
        return seen;
      } finally {
        duration.observe({ outcome }, (performance.now() - begun) / 1000);
      }
    },
    metrics: (registry) => registry.registerMetric(duration),
  };
}
