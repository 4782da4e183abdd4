import { type RawBuilder, sql } from "kysely";

/** Lines of ledgers about series, to the member whose they are; by the line. `details` says of which, by the kind of the notification. */
export const seriesActs = (details: Readonly<Record<string, string>>): RawBuilder<unknown> => sql`
  select e.account_id, k.kind, e.id as subject_id, e.id as act_id, e.account_id as actor_id, null::bigint as post_id
  from film_rank_entry e join account a on a.id = e.account_id
  join unnest(${Object.keys(details)}::text[], ${Object.values(details)}::text[]) as k(kind, detail) on k.detail = e.detail
  where e.kind = 'series'`;
