import pg from "pg";
import { superuser } from "./data-folder.ts";
import type { Endpoint } from "./endpoint.ts";

export const applicationUser = "maru";

/**
 * Makes the role and the database that Maru works with, where they are missing. The role owns its database but is no
 * superuser: a hole in a query must not become a hole in the machine. Repeat-safe.
 */
export async function ensureApplicationDatabase(
  { host, port }: Endpoint,
  password: string,
  database: string,
  isNewPassword: boolean,
) {
  const client = new pg.Client({ host, port, user: superuser, password, database: "postgres" });
  await client.connect();
  try {
    const { rows } = await client.query<{ role: boolean; database: boolean }>(
      `select exists (select from pg_roles where rolname = $1) as role,
              exists (select from pg_database where datname = $2) as database`,
      [applicationUser, database],
    );
    const [user, secret] = [client.escapeIdentifier(applicationUser), client.escapeLiteral(password)];
    if (!rows[0]?.role) {
      await client.query(
        `create role ${user} login createdb password ${secret} in role pg_monitor, pg_checkpoint`,
      );
    } else if (isNewPassword) {
      await client.query(`alter role ${user} password ${secret}`);
    }
    if (!rows[0]?.database)
      await client.query(`create database ${client.escapeIdentifier(database)} owner ${user}`);
  } finally {
    await client.end();
  }
}
