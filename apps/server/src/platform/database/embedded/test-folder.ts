import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { chmod, cp, mkdtemp, readFile, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import pg from "pg";
import { afterEach, beforeEach } from "vitest";
import { installedPackage } from "./binaries.ts";
import {
  type EmbeddedPostgres,
  type EmbeddedPostgresOptions,
  startEmbeddedPostgres,
} from "./embedded-postgres.ts";

type Connection = EmbeddedPostgres["connection"];

export const isRoot = process.getuid?.() === 0;
/** Whom a program becomes to be an ordinary person: undefined where the tests themselves are. */
export const ordinaryPerson = isRoot ? 65534 : undefined;
/** `becoming`: a root's program gives its rights up once it is loaded, so that the checkout may be root's alone. */
type ProgramOptions = { packageRoot?: string; becoming?: number | undefined };

export const keep = "create table kept as select 42 as answer";
export const answer = "select answer from kept";

const supervisor = new URL("embedded-postgres.ts", import.meta.url).href;

/** For each test a folder of its own, and everything started in it ended and removed afterwards. */
export function testFolder() {
  let folder = "";
  let log: string[] = [];
  let running: EmbeddedPostgres[] = [];
  let programs: ChildProcess[] = [];

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "maru-test-"));
    await chmod(folder, 0o755);
    log = [];
  });

  afterEach(async () => {
    for (const program of programs) if (program.exitCode === null) program.kill("SIGKILL");
    await Promise.all(running.map((server) => server.stop()));
    [running, programs] = [[], []];
    await rm(folder, { recursive: true, force: true });
  });

  const dataDir = () => join(folder, "data");
  const pgData = () => join(dataDir(), "postgres");

  /** Starts Maru's part in a program of its own, which can be killed. */
  function startProgramOnly(uid?: number, { becoming, ...options }: ProgramOptions = {}) {
    const given = JSON.stringify({ dataDir: dataDir(), ...options });
    const script = `
      const { startEmbeddedPostgres } = await import(${JSON.stringify(supervisor)});
      const becoming = ${JSON.stringify(becoming ?? null)};
      if (becoming !== null) {
        process.setgroups([]);
        process.setgid(becoming);
        process.setuid(becoming);
      }
      const server = await startEmbeddedPostgres({ ...${given}, log() {} }).catch(({ message }) => {
        console.log(JSON.stringify({ refusal: message }));
        process.exit(1);
      });
      console.log(JSON.stringify({ connection: server.connection }));
      process.once("SIGTERM", () => server.stop());`;
    const program = spawn(process.execPath, ["--input-type=module", "-e", script], {
      stdio: ["ignore", "pipe", "inherit"],
      ...(uid === undefined ? {} : { uid, gid: uid, cwd: "/" }),
    });
    programs.push(program);
    return program;
  }

  return {
    folder: () => folder,
    log: () => log,
    dataDir,
    pgData,
    postmasterPid: async () => Number.parseInt(await readFile(join(pgData(), "postmaster.pid"), "utf8"), 10),
    endLater: (program: ChildProcess) => void programs.push(program),
    async start(options: Partial<EmbeddedPostgresOptions> = {}) {
      const server = await startEmbeddedPostgres({
        dataDir: dataDir(),
        log: (_, line) => log.push(line),
        ...options,
      });
      running.push(server);
      return server;
    },
    startProgramOnly,
    /** The same, with its database up, or why it refused. */
    async startProgram(uid?: number, options?: ProgramOptions) {
      const program = startProgramOnly(uid, options);
      const [line] = (await Promise.race([
        once(createInterface({ input: program.stdout as NodeJS.ReadableStream }), "line"),
        once(program, "exit").then(() => ["{}"]),
      ])) as [string];
      const { connection, refusal } = JSON.parse(line) as { connection: Connection; refusal?: string };
      return { program, connection, refusal };
    },
  };
}

export async function query(connection: Connection | string, text: string) {
  const client = new pg.Client(connection);
  client.on("error", () => undefined);
  await client.connect();
  return client
    .query(text)
    .then(({ rows }) => rows as Record<string, unknown>[])
    .finally(() => client.end());
}

export async function killed(program: ChildProcess) {
  program.kill("SIGKILL");
  await once(program, "exit");
}

export const exists = (path: string) =>
  stat(path).then(
    () => true,
    () => false,
  );

/** The package as npm leaves it when install scripts are off. */
export async function copyWithoutLinks(packageRoot: string) {
  await cp(installedPackage(), packageRoot, { recursive: true });
  const list = await readFile(join(packageRoot, "native", "pg-symlinks.json"), "utf8").catch(() => "[]");
  for (const { target } of JSON.parse(list) as { target: string }[])
    await rm(join(packageRoot, target), { force: true });
}
