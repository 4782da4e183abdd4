import { spawn } from "node:child_process";
import { once } from "node:events";
import { accessSync, constants, existsSync, readdirSync, readFileSync } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import { delimiter, join } from "node:path";
import { cleanEnvironment, root } from "../../bench/lib/program.ts";

export type ServiceName = "redis" | "rabbitmq" | "kafka" | "opensearch";

interface Need {
  programs: string[];
  /** What Maven has brought before. */
  jars?: string;
  /** Names of its ports, as its script has them. */
  ports: string[];
  /** What its script prints the address with. */
  variable: string;
}

const needs: Record<ServiceName, Need> = {
  redis: { programs: ["redis-server", "redis-cli"], ports: ["redis"], variable: "MARU_TEST_REDIS_URL" },
  rabbitmq: {
    programs: ["rabbitmq-server"],
    ports: ["amqp", "nodes", "names"],
    variable: "MARU_TEST_RABBITMQ_URL",
  },
  kafka: {
    programs: ["java"],
    jars: "kafka",
    ports: ["plain", "sasl", "controller"],
    variable: "MARU_TEST_KAFKA_URL",
  },
  opensearch: {
    programs: ["java", "zip"],
    jars: "opensearch",
    ports: ["http", "transport"],
    variable: "MARU_TEST_OPENSEARCH_URL",
  },
};

/** Why a service cannot be started here without installing anything; undefined when it can. */
export function missingFor(name: ServiceName): string | undefined {
  const { programs, jars } = needs[name];
  const missing = programs.filter((program) => !isOnPath(program));
  if (missing.length > 0) return `${missing.join(" and ")} cannot be found`;
  if (jars === undefined) return undefined;
  const folder = join(root, ".cache/services", jars);
  const isThere = existsSync(folder) && readdirSync(folder).some((file) => file.endsWith(".jar"));
  return isThere ? undefined : `it was not downloaded yet: npm run services -- start ${name} does so`;
}

function isOnPath(program: string): boolean {
  const folders = [...(process.env["PATH"] ?? "").split(delimiter), "/usr/sbin", "/sbin"];
  return folders.some((folder) => {
    try {
      accessSync(join(folder, program), constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}

export interface OwnService {
  name: ServiceName;
  /** Known once it was started. */
  url(): string;
  kill(): void;
  /** Starts it, or starts it again on its port and its data. */
  start(): Promise<void>;
  /** Ends it and removes its data. Repeat-safe. */
  stop(): Promise<void>;
}

/** A service for this run alone, kept by the script that keeps those of the tests, in a folder and on ports of its own. */
export function ownService(name: ServiceName, folder: string, port: number): OwnService {
  const { ports, variable } = needs[name];
  let url: string | undefined;
  return {
    name,
    url() {
      if (url === undefined) throw new Error(`${name} was not started, or has printed no ${variable}`);
      return url;
    },
    kill() {
      process.kill(Number(readFileSync(join(folder, name, "pid-main"), "utf8")), "SIGKILL");
    },
    async start() {
      // Below the ports that outgoing connections get: while it is down, nobody else shall take its place.
      await mkdir(join(folder, name), { recursive: true });
      for (const [index, one] of ports.entries())
        await writeFile(join(folder, name, `port-${one}`), String(port + index));
      const printed = await script(folder, "start", name);
      url = new RegExp(`^export ${variable}=(.*)$`, "m").exec(printed)?.[1];
    },
    stop: async () => void (await script(folder, "stop", name)),
  };
}

async function script(folder: string, action: "start" | "stop", name: ServiceName): Promise<string> {
  const child = spawn("bash", [join(root, "scripts/services/services.sh"), action, name], {
    env: { ...cleanEnvironment(), MARU_SERVICES_DIR: folder },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let printed = "";
  let said = "";
  child.stdout.on("data", (text: Buffer) => (printed += text.toString()));
  child.stderr.on("data", (text: Buffer) => (said += text.toString()));
  const [code] = (await once(child, "close")) as [number | null];
  if (code !== 0)
    throw new Error(`${name} could not be ${action === "start" ? "started" : "stopped"}:\n${said}`);
  return printed;
}
