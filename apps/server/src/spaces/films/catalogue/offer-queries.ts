import { sql } from "kysely";
import type { Tx } from "../../../platform/database/database.ts";
import type { Id } from "../../../platform/database/tables.ts";
import type { OfferInput } from "./film-input.ts";
import { rowsOf } from "./recordset-queries.ts";

/** Makes these all offers of the films; answers the films of which that changed one. */
export async function replaceOffers(
  tx: Tx,
  filmIds: readonly Id[],
  offers: readonly (OfferInput & { filmId: Id })[],
): Promise<Id[]> {
  const given = rowsOf(
    offers,
    '"filmId" bigint, platform text, kind text, country text, price integer, currency text, url text',
  );
  const { rows: gone } = await sql<{ id: Id }>`
    delete from film_offer o where o.film_id = any(${filmIds}::bigint[]) and (o.film_id, o.platform, o.kind, o.country) not in
      (select "filmId", platform, kind, country from ${given})
    returning o.film_id as id
  `.execute(tx);
  const { rows: written } = await sql<{ id: Id }>`
    insert into film_offer as o (film_id, platform, kind, country, price, currency, url)
    select "filmId", platform, kind, country, price, currency, url from ${given}
    on conflict (film_id, platform, kind, country) do update set price = excluded.price, currency = excluded.currency, url = excluded.url
    where (o.price, o.currency, o.url) is distinct from (excluded.price, excluded.currency, excluded.url)
    returning o.film_id as id
  `.execute(tx);
  return [...new Set([...gone, ...written].map(({ id }) => id))];
}
