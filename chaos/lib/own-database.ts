import { randomBytes } from "node:crypto";
import pg from "pg";
import { startEmbeddedPostgres } from "../../apps/server/src/platform/database/embedded/embedded-postgres.ts";

export interface OwnDatabase {
  url: string;
  stop(): Promise<void>;
}

/** A database for this run: on the server that `given` names, or on an embedded PostgreSQL in a process of its own. */
export async function openDatabase(given: string | undefined, dataDir: string): Promise<OwnDatabase> {
  if (given !== undefined && given !== "") return onServer(given);
  const embedded = await startEmbeddedPostgres({
    dataDir,
    log: (level, message) => level === "error" && console.error(message),
    // A site of many processes has a pool in each.
    settings: { max_connections: "200" },
  });
  return { url: embedded.connectionString, stop: () => embedded.stop() };
}

async function onServer(address: string): Promise<OwnDatabase> {
  const name = `maru_chaos_${randomBytes(5).toString("hex")}`;
  const say = async (statement: string) => {
    const client = new pg.Client(address);
    await client.connect();
    await client.query(statement).finally(() => client.end());
  };
  await say(`create database ${name} encoding 'UTF8' template template0`);
  const url = new URL(address);
  url.pathname = `/${name}`;
  return { url: url.href, stop: () => say(`drop database if exists ${name} with (force)`) };
}
