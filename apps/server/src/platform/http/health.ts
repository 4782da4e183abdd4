import type { App } from "./route.ts";

/** Answers a reason when it is not fine, else undefined. Must come back within a second or so. */
export type ReadinessCheck = () => Promise<string | undefined> | string | undefined;

/** `/healthz`: the process is up. `/readyz`: it can do its work; what it can do without (`helpers`) is only named there. */
export function installHealth(
  app: App,
  checks: Record<string, ReadinessCheck>,
  helpers: Record<string, () => string | undefined> = {},
): void {
  const config = { policy: "public" as const };
  app.get("/healthz", { config }, async () => ({ status: "ok" }));
  app.get("/readyz", { config }, async (_request, reply) => {
    const faults: Record<string, string> = {};
    await Promise.all(
      Object.entries(checks).map(async ([name, check]) => {
        const fault = await Promise.resolve()
          .then(check)
          .catch((error: Error) => error.message);
        if (fault) faults[name] = fault;
      }),
    );
    const missing = Object.fromEntries(
      Object.entries(helpers).flatMap(([name, fault]) => [[name, fault()]].filter(([, words]) => words)),
    ) as Record<string, string>;
    const ready = Object.keys(faults).length === 0;
    return reply.code(ready ? 200 : 503).send({
      status: ready ? "ok" : "unavailable",
      ...(!ready && { faults }),
      ...(Object.keys(missing).length > 0 && { without: missing }),
    });
  });
}
