import { type RawBuilder, sql } from "kysely";
import type { Db } from "../../../platform/database/database.ts";
import type {} from "./tables.ts";

/** What is shown of a page. */
export interface LinkPreview {
  title: string;
  description: string;
  siteName: string;
}

/** What is remembered of an address: null is nothing to show. Not fresh: it is to be looked at again. */
export interface Remembered {
  preview: LinkPreview | null;
  isFresh: boolean;
}

const freshFor = sql`interval '1 day'`;
const freshWithoutFor = sql`interval '1 hour'`;
const keptFor = sql`interval '30 days'`;

export async function findPreview(db: Db, url: string): Promise<Remembered | undefined> {
  const row = await db
    .selectFrom("linkPreview")
    .select(["title", "description", "siteName"])
    .select(
      sql<boolean>`fetched_at > now() - case when title is null then ${freshWithoutFor} else ${freshFor} end`.as(
        "isFresh",
      ),
    )
    .where("url", "=", url)
    .executeTakeFirst();
  if (!row) return undefined;
  const { title, description, siteName, isFresh } = row;
  return { preview: title === null ? null : { title, description, siteName }, isFresh };
}

/** Remembers what there is to show at an address. Another process may have looked at the same time: the later one counts. */
export async function putPreview(db: Db, url: string, preview: LinkPreview | null): Promise<void> {
  const { title, description, siteName } = preview ?? { title: null, description: "", siteName: "" };
  const row = { title, description, siteName, fetchedAt: sql<Date>`now()` };
  await db
    .insertInto("linkPreview")
    .values({ url, ...row })
    .onConflict((conflict) => conflict.column("url").doUpdateSet(row))
    .execute();
}

/** Keeps what was there, to be looked at again as soon as if there had been nothing. */
export async function postponePreview(db: Db, url: string): Promise<void> {
  const fetchedAt: RawBuilder<Date> = sql`now() - ${freshFor} + ${freshWithoutFor}`;
  await db.updateTable("linkPreview").set({ fetchedAt }).where("url", "=", url).execute();
}

/** Forgets what nobody has asked for in 30 days and no message leads to any more. */
export async function deleteOld(db: Db): Promise<void> {
  await sql`
    delete from link_preview p where p.fetched_at < now() - ${keptFor}
      and not exists (select from chat_message m where m.link_url = p.url)
  `.execute(db);
}
