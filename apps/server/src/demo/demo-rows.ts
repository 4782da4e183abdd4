import { sql } from "kysely";
import type { Tx } from "../platform/database/database.ts";
import type { Id } from "../platform/database/tables.ts";

/** Whether nobody is there; nobody can come until the transaction ends. */
export async function holdEmpty(tx: Tx): Promise<boolean> {
  await sql`lock table account in share row exclusive mode`.execute(tx);
  const { rows } = await sql<{ empty: boolean }>`select not exists (select from account) as empty`.execute(
    tx,
  );
  return rows[0]!.empty;
}

/** Ids as they would have been made at these moments. */
export async function idsAt(tx: Tx, times: number[]): Promise<Id[]> {
  const moments = times.map((time) => new Date(time).toISOString());
  const { rows } = await sql<{ id: Id }>`
    select new_id(at) as id from unnest(${moments}::timestamptz[]) with ordinality as given(at, place) order by place
  `.execute(tx);
  return rows.map((row) => row.id);
}

/** Inserts rows, all with the same columns, in one statement. */
export async function insertRows(tx: Tx, table: string, rows: Record<string, unknown>[]): Promise<void> {
  if (rows.length === 0) return;
  const columns = sql.join(Object.keys(rows[0]!).map((name) => sql.id(name)));
  await sql`
    insert into ${sql.table(table)} (${columns})
    select ${columns} from jsonb_populate_recordset(null::${sql.table(table)}, ${JSON.stringify(rows)}::jsonb)
  `.execute(tx);
}

/** The stored password of an account with this address; undefined when there is none. */
export async function findPasswordHash(tx: Tx, email: string): Promise<string | undefined> {
  const row = await tx
    .selectFrom("credential")
    .select("passwordHash")
    .where("email", "=", email)
    .executeTakeFirst();
  return row?.passwordHash;
}

/** Gives people their portraits and covers. */
export async function setPictures(
  tx: Tx,
  rows: { id: Id; avatar_id: Id; header_id: Id | null }[],
): Promise<void> {
  await sql`
    update account set avatar_id = given.avatar_id, header_id = given.header_id
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as given (id bigint, avatar_id bigint, header_id bigint)
    where account.id = given.id
  `.execute(tx);
}

/** The project of a title; undefined where the site has no projects. */
export async function findProjectId(tx: Tx, title: string): Promise<Id | undefined> {
  const row = await tx
    .selectFrom("post")
    .select("id")
    .where("kind", "=", "project")
    .where("words", "like", `${title}%`)
    .executeTakeFirst();
  return row?.id;
}
