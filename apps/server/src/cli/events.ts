import { parseArgs } from "node:util";
import { createMaru } from "../app.ts";
import type { Config } from "../config.ts";
import type { Db } from "../platform/database/database.ts";
import { listDead } from "../platform/events/dead-letters.ts";
import { readStatus } from "../platform/events/status.ts";
import { openDatabase } from "./database.ts";
import { oneLine } from "./one-line.ts";
import { textTable } from "./text-table.ts";
import { withDatabase } from "./with-database.ts";

const usage = "maru events status | dead [CONSUMER] | replay CONSUMER [--event ID]";
const mostShown = 1000;

/** `maru events …`: looks after the event log, while the site runs or not. Answers the exit code. */
export async function events(config: Config, args: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { event: { type: "string" } },
  });
  const [command, consumer] = positionals;
  switch (command) {
    case "status":
      return withDatabase(config, showStatus);
    case "dead":
      return withDatabase(config, (db) => showDead(db, consumer));
    case "replay":
      if (consumer === undefined) break;
      return replay(config, consumer, values.event);
    case undefined:
      break;
  }
  console.error(`It is: ${usage}`);
  return 2;
}

async function showStatus(db: Db): Promise<number> {
  const { consumers, relays } = await readStatus(db);
  console.log(
    textTable(
      ["consumer", "position", "events behind", "seconds behind", "set aside"],
      consumers.map((one) => [one.consumer, one.position, one.behind, one.lagSeconds.toFixed(1), one.dead]),
    ),
  );
  if (relays.length > 0)
    console.log(
      `\n${textTable(
        ["relay to", "position", "events behind", "seconds behind"],
        relays.map((one) => [one.broker, one.position, one.behind, one.lagSeconds.toFixed(1)]),
      )}`,
    );
  return 0;
}

async function showDead(db: Db, consumer: string | undefined): Promise<number> {
  const letters = await listDead(db, consumer, mostShown);
  if (letters.length === 0) {
    console.log("Nothing was set aside.");
    return 0;
  }
  for (const { consumer: name, event, error, attempts, setAsideAt } of letters) {
    console.log(
      `${name}  event ${event.id}  ${event.type}  ${attempts} attempts, set aside ${setAsideAt.toISOString()}`,
    );
    console.log(`    ${oneLine(error.split("\n")[0]!)}`);
    console.log(`    ${oneLine(JSON.stringify(event.payload))}`);
  }
  if (letters.length === mostShown) console.log(`(only the first ${mostShown} are shown)`);
  return 0;
}

async function replay(config: Config, consumer: string, event: string | undefined): Promise<number> {
  if (event !== undefined && !/^\d{1,15}$/.test(event)) throw new Error("--event is the number of an event.");
  const database = await openDatabase(config, { beside: true });
  try {
    const maru = await createMaru({ ...config, logLevel: "warn" }, database.url);
    try {
      const done = await maru.replay(consumer, event === undefined ? undefined : Number(event));
      for (const { event: one, error } of done)
        console.log(
          `event ${one.id}  ${error === undefined ? "handled" : `failed again: ${oneLine(error)}`}`,
        );
      if (done.length === 0) console.log("There is nothing to replay.");
      return done.some(({ error }) => error !== undefined) ? 1 : 0;
    } finally {
      await maru.stop();
    }
  } finally {
    await database.close();
  }
}
