import type { App } from "./route.ts";

/** Answers a reason when it is not fine, else undefined. Must come back within a second or so. */
export type ReadinessCheck = () => Promise<string | undefined> | string | undefined;

/**
 * `/healthz`: the process is up. `/readyz`: it can do its work; what it can do without (`helpers`) is only named there. Anybody may ask: what
 * a check throws may say where the database is and who we are there, so that is for the log.
 */
export function installHealth(
  app: App,
  checks: Record<string, ReadinessCheck>,
  helpers: Record<string, () => string | undefined> = {},
): void {
  const config = { policy: "public" as const };
  const logged = new Map<string, string>();
  function failed(check: string, { message }: Error): string {
    if (logged.get(check) !== message) app.log.warn({ check, reason: message }, "not ready");
    logged.set(check, message);
    return "does not answer as it should";
  }
  app.get("/healthz", { config }, async () => ({ status: "ok" }));
  app.get("/readyz", { config }, async (_request, reply) => {
    const faults: Record<string, string> = {};
    await Promise.all(
      Object.entries(checks).map(async ([name, check]) => {
        const fault = await Promise.resolve()
          .then(check)
          .catch((error: Error) => failed(name, error));
        if (fault) faults[name] = fault;
        else logged.delete(name);
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
