import { createLimitCounters, type LimitCounters } from "../http/limit-counters.ts";
import type { Redis } from "./redis.ts";

/** One key, so that it runs on a Cluster; a count that has lost its end (a restored backup) gets a new one. */
const script = `
local count = redis.call("INCR", KEYS[1])
local left = redis.call("PTTL", KEYS[1])
if left < 0 then
  redis.call("PEXPIRE", KEYS[1], ARGV[1])
  left = tonumber(ARGV[1])
end
return {count, left}`;

/** For all processes of the site together. While Redis is away each process goes by what it has counted itself. */
export function createSharedLimitCounters(redis: Redis): LimitCounters {
  const own = createLimitCounters();
  return {
    async hit(key, windowMs) {
      const counted = own.hit(key, windowMs);
      try {
        const answer = await redis.ask((client) =>
          client.eval(script, { keys: [`${redis.site}:limit:${key}`], arguments: [String(windowMs)] }),
        );
        const [count, leftMs] = answer as [number, number];
        return { count, leftMs };
      } catch {
        return counted;
      }
    },
  };
}
