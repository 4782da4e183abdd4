import { Counter, Gauge, type Registry } from "prom-client";
import type { Redis } from "./redis.ts";

/** Whether Redis can be used, and what was asked of it. */
export function installRedisMetrics(registry: Registry, redis: Redis): void {
  const up: Gauge = new Gauge({
    name: "maru_redis_up",
    help: "1 while Redis can be used.",
    registers: [registry],
    collect() {
      up.set(redis.fault() === undefined ? 1 : 0);
    },
  });
  counted("maru_redis_commands_total", "Commands that Redis was asked.", () => redis.figures().commands);
  counted("maru_redis_seconds_total", "Time spent waiting for Redis.", () => redis.figures().seconds);
  counted("maru_redis_failures_total", "Commands without a usable answer.", () => redis.figures().failures);

  function counted(name: string, help: string, read: () => number): void {
    const counter = new Counter({
      name,
      help,
      registers: [registry],
      collect() {
        counter.reset();
        counter.inc(read());
      },
    });
  }
}
