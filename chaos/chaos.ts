import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import pg from "pg";
import { root } from "../bench/lib/program.ts";
import type { Reader } from "./checks/reading.ts";
import { addFilms } from "./lib/add-films.ts";
import { type Caller, createCaller, type Person } from "./lib/caller.ts";
import { checkSite } from "./lib/check-site.ts";
import { drain } from "./lib/drain.ts";
import { createFaults } from "./lib/faults.ts";
import { createLedger } from "./lib/ledger.ts";
import { runLoad } from "./lib/load.ts";
import { openChats } from "./lib/open-chats.ts";
import { type Options, readOptions, usage } from "./lib/options.ts";
import { tryToBreak } from "./lib/position-first.ts";
import { createRandom } from "./lib/random.ts";
import { runReaper } from "./lib/reaper.ts";
import { printChecks } from "./lib/report.ts";
import { signUpPeople } from "./lib/sign-up.ts";
import { choose, type Chosen, endAll, type Ending, type Site, startSite } from "./lib/site.ts";

const drainMs = 180_000;

/** Load and kills for as long as was asked for, then everything against everything else. Answers whether all is right. */
async function run(site: Site, options: Options, faults: ReturnType<typeof createFaults>): Promise<boolean> {
  const random = createRandom(options.seed);
  const ledger = createLedger();
  const caller = createCaller(site.webs, random.stream("caller"));
  const people = await signUpPeople(caller, options.people, site.webs.length);
  const chats = await openChats(caller, people);
  const films = await addFilms(site.databaseUrl);

  const begun = performance.now();
  const say = (line: string) =>
    console.log(`${((performance.now() - begun) / 1000).toFixed(1).padStart(7)} s  ${line}`);
  const seconds = options.minutes * 60;
  say(`${people.length} people, some ${options.rate} writes a second, kills for ${seconds} s`);
  const ending = new AbortController();
  const { signal } = ending;
  const load = runLoad(
    {
      caller,
      ledger,
      faults,
      random: random.stream("load"),
      people,
      chats,
      films,
      rate: options.rate,
      searchMayBeAway: site.searchUrl !== undefined,
      say,
    },
    signal,
  );
  const reaper = runReaper(site.victims, random.stream("reaper"), faults, say, signal);
  try {
    // What fails at once shall not be waited for.
    await Promise.race([pause(seconds * 1000), load, reaper]);
  } finally {
    ending.abort();
    await Promise.allSettled([load, reaper]);
  }
  const [writes, { kills }] = await Promise.all([load, reaper]);
  say("everything runs again; waiting until all is handled");
  const pool = new pg.Pool({ connectionString: site.databaseUrl, max: 4 });
  try {
    const behind = await drain(pool, drainMs);
    faults.all.push(...behind);
    say(`${behind.length > 0 ? "not everything is handled" : "all is handled"}; checking`);
    const checks = await checkSite(pool, ledger, readersOf(caller, site, people), site.searchUrl);
    const { figures } = caller;
    const statuses = [...figures.statuses]
      .sort(([a], [b]) => a - b)
      .map(([status, count]) => `${status}: ${count}`);
    console.log(
      `\n${writes} writes; ${figures.requests} requests (${statuses.join(", ")}), ${figures.lost} answers lost, ${figures.retries} asked again`,
    );
    console.log(`killed: ${[...kills].map(([name, count]) => `${name} ${count}`).join(", ")}`);
    const looked = [...faults.looked.values()].reduce((sum, count) => sum + count, 0);
    return printChecks([
      { name: "what was seen during the run", looked, differences: faults.all },
      ...checks,
    ]);
  } finally {
    await pool.end();
  }
}

/** Everybody at every web process: each has a memory of its own. */
function readersOf(caller: Caller, site: Site, people: readonly Person[]): Reader[] {
  return people.flatMap((person) =>
    site.webs.map((web, index) => ({
      id: person.id,
      handle: person.handle,
      at: web.name,
      async read<T>(path: string) {
        const { status, body } = await caller.askOne(index, person.token, { method: "GET", path });
        if (status === 200) return body as T;
        throw new Error(`${path} as @${person.handle} at ${web.name}: ${status} ${JSON.stringify(body)}`);
      },
    })),
  );
}

function describe({ broker, engines, missing }: Chosen, options: Options): void {
  const parts = [
    `broker ${broker}`,
    ...engines,
    process.env["DATABASE_URL"] ? "DATABASE_URL" : "embedded PostgreSQL",
  ];
  console.log(`seed ${options.seed}; ${parts.join(", ")}`);
  for (const reason of missing) console.log(`left out: ${reason}`);
  if (options.broken) console.log(`broken on purpose: ${options.broken}; this has to fail`);
}

async function main(options: Options): Promise<boolean> {
  const chosen = choose(options);
  if (options.broken) tryToBreak(root);
  describe(chosen, options);
  const folder = await mkdtemp(join(tmpdir(), "maru-chaos-"));
  await chmod(folder, 0o755);
  const faults = createFaults();
  const ending: Ending = [];
  const strike = async () => {
    await endAll(ending);
    if (options.keep) console.log(`The logs are in ${join(folder, "logs")}.`);
    else await rm(folder, { recursive: true, force: true });
  };
  const interrupted = () => void strike().finally(() => process.exit(130));
  process.on("SIGINT", interrupted).on("SIGTERM", interrupted);
  try {
    const site = await startSite(chosen, options, folder, faults, ending);
    return await run(site, options, faults);
  } finally {
    process.off("SIGINT", interrupted).off("SIGTERM", interrupted);
    await strike();
  }
}

let options: Options;
try {
  options = readOptions(process.argv.slice(2));
} catch (error) {
  console.error(`${(error as Error).message}\n\n${usage}`);
  process.exit(2);
}
try {
  process.exitCode = (await main(options)) ? 0 : 1;
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 2;
}
