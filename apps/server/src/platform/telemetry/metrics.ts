import { collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";
import type pg from "pg";
import type { RunningConsumer } from "../events/consumer.ts";
import type { App } from "../http/route.ts";

export interface EventFigures {
  consumers(): RunningConsumer[];
  deadLetters(): Promise<Map<string, number>>;
  broker(): { name: string; isConnected: boolean; isRelay: boolean } | undefined;
}

/** `/metrics` for Prometheus: the process, each route's rate, errors and duration, the pool, each consumer's lag, the broker. */
export function installMetrics(
  app: App,
  pool: pg.Pool,
  { consumers, deadLetters, broker }: EventFigures,
): Registry {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const duration = new Histogram({
    name: "maru_http_request_seconds",
    help: "How long requests took, by route and status.",
    labelNames: ["method", "route", "status"],
    buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5],
    registers: [registry],
  });
  const pooled = new Gauge({
    name: "maru_database_connections",
    help: "Connections of the pool.",
    labelNames: ["state"],
    registers: [registry],
    collect() {
      pooled.set({ state: "open" }, pool.totalCount);
      pooled.set({ state: "idle" }, pool.idleCount);
      pooled.set({ state: "waiting" }, pool.waitingCount);
    },
  });
  const lag = new Gauge({
    name: "maru_consumer_lag_seconds",
    help: "How far a consumer is behind the event log.",
    labelNames: ["consumer"],
    registers: [registry],
    collect() {
      for (const consumer of consumers()) lag.set({ consumer: consumer.name }, consumer.lagSeconds());
    },
  });
  const dead = new Gauge({
    name: "maru_consumer_dead_letters",
    help: "Events that a consumer could not handle and that wait for an operator.",
    labelNames: ["consumer"],
    registers: [registry],
    async collect() {
      // Without the database there is nothing to say; the other figures are still wanted.
      const counts = await deadLetters().catch(() => undefined);
      if (!counts) return;
      dead.reset();
      for (const consumer of consumers())
        dead.set({ consumer: consumer.name }, counts.get(consumer.name) ?? 0);
    },
  });
  const reached = new Gauge({
    name: "maru_broker_connected",
    help: "Whether the broker is connected: 1 or 0; nothing where there is none.",
    registers: [registry],
    collect() {
      reached.reset();
      const now = broker();
      if (now) reached.set(now.isConnected ? 1 : 0);
    },
  });
  const relaying = new Gauge({
    name: "maru_relay_leader",
    help: "Whether this process relays the event log: 1 or 0; nothing where there is no broker.",
    registers: [registry],
    collect() {
      relaying.reset();
      const now = broker();
      if (now) relaying.set(now.isRelay ? 1 : 0);
    },
  });
  app.addHook("onResponse", (request, reply, done) => {
    duration.observe(
      { method: request.method, route: request.routeOptions.url ?? "unknown", status: reply.statusCode },
      reply.elapsedTime / 1000,
    );
    done();
  });
  app.get("/metrics", { config: { policy: "public" } }, async (_request, reply) =>
    reply.type(registry.contentType).send(await registry.metrics()),
  );
  return registry;
}
