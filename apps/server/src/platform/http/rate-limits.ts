import type { FastifyRateLimitStore, RateLimitOptions } from "@fastify/rate-limit";
import type { FastifyRequest } from "fastify";
import type { Hit, LimitCounters } from "./limit-counters.ts";
import { Problem } from "./problem.ts";
import type { LimitName } from "./route.ts";

/** Requests per window: for guessing and flooding too few, for people and their programs enough. */
const limits: Record<LimitName, { max: number; timeWindow: string }> = {
  "sign-in": { max: 20, timeWindow: "10 minutes" },
  "sign-up": { max: 20, timeWindow: "1 hour" },
  reset: { max: 5, timeWindow: "1 hour" },
  post: { max: 120, timeWindow: "10 minutes" },
  upload: { max: 120, timeWindow: "10 minutes" },
  recognize: { max: 600, timeWindow: "1 minute" },
  follow: { max: 400, timeWindow: "10 minutes" },
  search: { max: 120, timeWindow: "1 minute" },
  preview: { max: 240, timeWindow: "1 minute" },
  "catch-up": { max: 120, timeWindow: "1 minute" },
  chat: { max: 60, timeWindow: "10 minutes" },
  message: { max: 300, timeWindow: "1 minute" },
  report: { max: 60, timeWindow: "1 hour" },
  vote: { max: 600, timeWindow: "10 minutes" },
};

/** The plug-in's options for a route: counted per person, or per address when signed out. Says so in `RateLimit` headers. */
export function rateLimitOf(name: LimitName): RateLimitOptions {
  return {
    ...limits[name],
    groupId: `:${name}`,
    keyGenerator: (request: FastifyRequest) =>
      request.viewer ? `account:${request.viewer.accountId}` : `ip:${request.ip}`,
    errorResponseBuilder: (_request, context) =>
      new Problem(429, "too-many-requests", "Too many requests. Try again later.", {
        headers: { "retry-after": String(Math.ceil(context.ttl / 1000)) },
      }),
  };
}

/** The counters as the plug-in wants them: one limit is one count, whichever of its routes is called. */
export function storeOf(counters: LimitCounters) {
  const store = {
    incr(
      key: string,
      done: (error: Error | null, result?: { current: number; ttl: number }) => void,
      windowMs: number,
    ) {
      const told = ({ count, leftMs }: Hit) => done(null, { current: count, ttl: leftMs });
      const hit = counters.hit(key, windowMs);
      if (hit instanceof Promise) void hit.then(told);
      else told(hit);
    },
    child: () => store,
  };
  return function Store() {
    return store;
  } as unknown as new () => FastifyRateLimitStore;
}
