import type pg from "pg";
import { signIn } from "../lib/sessions.ts";
import type { PagePerson } from "./pages.ts";

/** People, two and two of them in a chat, and all of them signed in. Answers them, those of a chat next to each other. */
export async function makeCommunity(pool: pg.Pool, people: number): Promise<PagePerson[]> {
  const { rows: accounts } = await pool.query<{ id: number }>(
    `insert into account (id, handle, display_name)
     select new_id(now() - interval '400 days' + n * interval '1 minute'), 'person_' || n, '사람 ' || n from generate_series(1, $1::int) n returning id`,
    [people],
  );
  const ids = accounts.map(({ id }) => id).toSorted((a, b) => a - b);
  const { rows: chats } = await pool.query<{ id: number; lowId: number; highId: number }>(
    `insert into chat (kind, status, low_id, high_id, asked_by)
     select 'direct', 'running', low, high, low from unnest($1::bigint[], $2::bigint[]) as pair(low, high)
     returning id, low_id as "lowId", high_id as "highId"`,
    [ids.filter((_, index) => index % 2 === 0), ids.filter((_, index) => index % 2 === 1)],
  );
  await pool.query(
    "insert into chat_member (chat_id, account_id) select id, unnest(array[low_id, high_id]) from chat",
  );
  const members = chats.flatMap(({ id, lowId, highId }) =>
    [lowId, highId].map((accountId) => ({ id, accountId })),
  );
  const tokens = await signIn(
    pool,
    members.map(({ accountId }) => accountId),
  );
  await pool.query("vacuum analyze account, chat, chat_member, session");
  return members.map(({ id }, index) => ({ token: tokens[index]!, chatId: String(id) }));
}
