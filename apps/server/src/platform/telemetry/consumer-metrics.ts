import { Counter, Histogram, type Registry } from "prom-client";
import type { Consumer } from "../events/consumer.ts";

export interface ConsumerMetrics {
  /** The consumer, its work counted. */
  measured(consumer: Consumer): Consumer;
  install(registry: Registry): void;
}

/** What consumers do with the events that they are given: how many, and how long it takes. A batch that fails takes its time, too. */
export function createConsumerMetrics(): ConsumerMetrics {
  const events = new Counter({
    name: "maru_consumer_events_total",
    help: "Events that a consumer of this process has handled.",
    labelNames: ["consumer"],
    registers: [],
  });
  const duration = new Histogram({
    name: "maru_consumer_batch_seconds",
    help: "How long a consumer took for the events that it was given at once.",
    labelNames: ["consumer", "outcome"],
    buckets: [0.001, 0.005, 0.025, 0.1, 0.5, 2.5, 10, 30],
    registers: [],
  });
  return {
    measured: (consumer) => ({
      ...consumer,
      async handle(tx, given) {
        const begun = performance.now();
        const done = (outcome: string) =>
          duration.observe({ consumer: consumer.name, outcome }, (performance.now() - begun) / 1000);
        try {
          await consumer.handle(tx, given);
        } catch (error) {
          done("failed");
          throw error;
        }
        done("handled");
        events.inc({ consumer: consumer.name }, given.length);
      },
    }),
    install(registry) {
      registry.registerMetric(events);
      registry.registerMetric(duration);
    },
  };
}
