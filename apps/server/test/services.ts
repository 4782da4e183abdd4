import { accessSync, appendFileSync, constants } from "node:fs";
import { join } from "node:path";

type Service = {
  what: string;
  howToGetIt: string;
  find: () => string | undefined;
  /** The service that it belongs to: who requires that one requires this too. */
  partOf?: string;
};

const startable = (name: string, what: string, variable: string): Service => ({
  what,
  howToGetIt: `\`npm run --silent services -- start ${name}\` starts one and prints ${variable}`,
  find: () => process.env[variable] || undefined,
});

/** A program that tests start themselves. */
const installable = (name: string, what: string, program: string): Service => ({
  what,
  howToGetIt: `\`npm run services -- start ${name}\` installs it`,
  find: () => firstInPath(program),
});

/** What some tests need and the machine may lack. The name is what `MARU_TEST_REQUIRE` lists. */
const services = {
  chromium: {
    what: "Chromium",
    howToGetIt: "install Debian's `chromium`, or set CHROMIUM_PATH",
    find: () => firstRunnable([process.env["CHROMIUM_PATH"], ...usualBrowsers]),
  },
  postgresql: startable(
    "postgresql",
    "a PostgreSQL server of its own (not the embedded one)",
    "MARU_TEST_DATABASE_URL",
  ),
  redis: startable("redis", "Redis", "MARU_TEST_REDIS_URL"),
  "redis-server": {
    what: "the program redis-server",
    howToGetIt: "install Debian's `redis-server`",
    find: () => firstInPath("redis-server"),
    partOf: "redis",
  },
  nginx: installable("nginx", "nginx", "nginx"),
  caddy: installable("caddy", "Caddy", "caddy"),
  systemd: installable("systemd", "systemd-analyze", "systemd-analyze"),
  prometheus: installable("prometheus", "Prometheus with promtool", "promtool"),
  alertmanager: { ...installable("prometheus", "Alertmanager with amtool", "amtool"), partOf: "prometheus" },
  compose: installable("compose", "the Compose Specification's reader", "compose-spec"),
  helm: installable("helm", "Helm", "helm"),
  kubeconform: { ...installable("helm", "kubeconform", "kubeconform"), partOf: "helm" },
  rabbitmq: startable("rabbitmq", "RabbitMQ", "MARU_TEST_RABBITMQ_URL"),
  kafka: startable("kafka", "Kafka", "MARU_TEST_KAFKA_URL"),
  opensearch: startable("opensearch", "OpenSearch", "MARU_TEST_OPENSEARCH_URL"),
  elasticsearch: startable("elasticsearch", "Elasticsearch", "MARU_TEST_ELASTICSEARCH_URL"),
} satisfies Record<string, Service>;

export type ServiceName = keyof typeof services;

const builtTools = join(import.meta.dirname, "../../../.cache/services/go");
const usualBrowsers = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/usr/local/bin/chromium",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];

/**
 * Where the service is (a path, a URL), or undefined when its tests are to be skipped, as in
 * `const chromium = requireOrSkip("chromium"); describe.skipIf(!chromium)(…)`.
 * Throws when `MARU_TEST_REQUIRE` names a service that is missing.
 */
export function requireOrSkip(name: ServiceName): string | undefined {
  const { what, howToGetIt, find, partOf } = services[name] as Service;
  const found = find();
  if (found !== undefined) return found;

  const reason = `${what} is missing: ${howToGetIt}`;
  const requiredAs = requiredServices().find((one) => one === name || one === partOf);
  if (requiredAs !== undefined) {
    throw new Error(`MARU_TEST_REQUIRE names "${requiredAs}", but ${reason}.`);
  }
  noteSkip(`${name}: ${reason}`);
  return undefined;
}

function requiredServices(): string[] {
  const names = (process.env["MARU_TEST_REQUIRE"] ?? "").split(",").map((name) => name.trim());
  const wanted = names.filter((name) => name !== "");
  const unknown = wanted.filter((name) => !Object.hasOwn(services, name));
  if (unknown.length > 0) {
    const known = Object.keys(services).join(", ");
    throw new Error(`MARU_TEST_REQUIRE names ${unknown.join(", ")}; known are ${known}.`);
  }
  return wanted;
}

/** `npm test` collects these lines and shows them once, at the end. */
function noteSkip(line: string) {
  const file = process.env["TEST_SKIPS_FILE"];
  if (file) appendFileSync(file, `${line}\n`);
}

/** Also where scripts/services puts what it builds, and where Debian keeps servers, which ordinary people do not have in their path. */
function firstInPath(program: string): string | undefined {
  const folders = [builtTools, ...(process.env["PATH"] ?? "").split(":"), "/usr/sbin"];
  return firstRunnable(folders.map((folder) => `${folder}/${program}`));
}

function firstRunnable(paths: (string | undefined)[]): string | undefined {
  return paths.find((path) => {
    if (!path) return false;
    try {
      accessSync(path, constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}
