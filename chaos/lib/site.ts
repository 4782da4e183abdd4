import { chmod, mkdir } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Faults } from "./faults.ts";
import { type BrokerName, type EngineName, type Options } from "./options.ts";
import { openDatabase } from "./own-database.ts";
import { missingFor, type OwnService, ownService, type ServiceName } from "./own-service.ts";
import type { Victim } from "./reaper.ts";
import { createRoleProcess, type RoleProcess } from "./role-process.ts";

export interface Site {
  webs: RoleProcess[];
  databaseUrl: string;
  searchUrl: string | undefined;
  /** Everything that may be killed. */
  victims: Victim[];
}

/** What ends the parts of a site that were started, the last one first. */
export type Ending = (() => Promise<void>)[];

/** Ends everything, also when something of it fails. Repeat-safe. */
export async function endAll(ending: Ending): Promise<void> {
  while (ending.length > 0) await ending.pop()!().catch((error: unknown) => console.error(error));
}

export interface Chosen {
  broker: BrokerName;
  engines: EngineName[];
  /** What is left out, and why. */
  missing: string[];
}

const webCount = 2;
const relayCount = 2;

/** The consumers of a site, each in a process of its own; `apps/server/test/chaos.test.ts` holds them against the program. */
export const consumersOf = (engines: readonly EngineName[]): string[] => [
  "people-counters",
  "post-counters",
  "topic-counters",
  "cats",
  "projects",
  "films",
  "notifications",
  "chat-search",
  "chat-pushes",
  "search-names",
  engines.includes("opensearch") ? "search-opensearch" : "search",
];

/** What is asked for, or else what is there. Throws when something that was asked for is not there. */
export function choose({ broker, engines }: Pick<Options, "broker" | "engines">): Chosen {
  const missing: string[] = [];
  const isThere = (name: ServiceName, wasAsked: boolean): boolean => {
    const reason = missingFor(name);
    if (reason === undefined) return true;
    if (wasAsked) throw new Error(`${name} was asked for, but ${reason}.`);
    missing.push(`${name}: ${reason}`);
    return false;
  };
  const chosenEngines = (engines ?? (["redis", "opensearch"] as const)).filter((name) =>
    isThere(name, engines !== undefined),
  );
  if (broker !== undefined) {
    if (broker !== "none") isThere(broker, true);
    return { broker, engines: chosenEngines, missing };
  }
  const found = (["rabbitmq", "kafka"] as const).find((name) => isThere(name, false));
  return { broker: found ?? "none", engines: chosenEngines, missing };
}

/** Starts a site of its own, split into as many processes as it can be. What was started is in `ending`, also when the start fails. */
export async function startSite(
  { broker, engines }: Chosen,
  options: Pick<Options, "port" | "broken">,
  folder: string,
  faults: Faults,
  ending: Ending,
): Promise<Site> {
  const place = async (name: string) => {
    const path = join(folder, name);
    await mkdir(path, { recursive: true });
    // PostgreSQL and the services are people of their own when this runs as root.
    await chmod(path, 0o755);
    return path;
  };
  const database = await openDatabase(process.env["DATABASE_URL"], await place("database"));
  ending.push(() => database.stop());

  const servicesFolder = await place("services");
  const services = new Map<ServiceName, OwnService>();
  const names: ServiceName[] = [...engines, ...(broker === "none" ? [] : [broker])];
  await Promise.all(
    names.map(async (name, index) => {
      const service = ownService(name, servicesFolder, options.port + 20 + index * 5);
      ending.push(() => service.stop());
      services.set(name, service);
      await service.start();
    }),
  );
  const urlOf = (name: ServiceName) => services.get(name)?.url();
  const searchUrl = urlOf("opensearch");
  const brokerUrl = broker === "none" ? undefined : urlOf(broker);
  const redisUrl = urlOf("redis");
  const env = {
    DATABASE_URL: database.url,
    MARU_DATA_DIR: await place("files"),
    MARU_DATABASE_POOL: "6",
    ...(redisUrl !== undefined && { MARU_REDIS_URL: redisUrl }),
    ...(searchUrl !== undefined && { MARU_SEARCH_URL: searchUrl }),
    ...(brokerUrl !== undefined && { MARU_BROKER_URL: brokerUrl }),
  };
  const logFolder = await place("logs");
  const hook = join(import.meta.dirname, "..", `break-${options.broken}.ts`);
  const nodeOptions = options.broken === undefined ? [] : ["--import", pathToFileURL(hook).href];
  let port = options.port;
  const make = (name: string, roles: string): RoleProcess => {
    const made = createRoleProcess({
      name,
      roles,
      port: port++,
      env,
      logFolder,
      nodeOptions,
      onDeath: (reason) => faults.add(reason),
    });
    ending.push(() => made.stop());
    return made;
  };
  const numbered = (count: number, role: string) =>
    Array.from({ length: count }, (_, index) => make(`${role}-${index + 1}`, role));
  const webs = numbered(webCount, "web");
  const relays = broker === "none" ? [] : numbered(relayCount, "relay");
  const consumers = consumersOf(engines).map((name) => make(name, `consumer:${name}`));
  // The first one lays the tables down.
  await webs[0]!.start();
  for (const one of [...webs.slice(1), ...relays, ...consumers]) await one.start();
  return {
    webs,
    databaseUrl: database.url,
    searchUrl,
    victims: [...webs, ...relays, ...consumers, ...services.values()],
  };
}
