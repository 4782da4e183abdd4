import type pg from "pg";
import {
  type KnownPost,
  type Ledger,
  type PairKind,
  pairKinds,
  possible,
  type Register,
} from "../lib/ledger.ts";
import type { Checked } from "./check.ts";

const tables: Record<PairKind, string> = {
  like: "select account_id || ' ' || post_id as key from post_like",
  bookmark: "select account_id || ' ' || post_id as key from bookmark",
  follow: "select follower_id || ' ' || followee_id as key from follow",
  block: "select blocker_id || ' ' || blocked_id as key from block",
  mute: "select muter_id || ' ' || muted_id as key from mute",
  tag: "select account_id || ' ' || tag as key from tag_follow",
  film: "select account_id || ' ' || film_id as key from film_vote",
};

interface PostRow {
  id: string;
  author: string;
  parent: string | null;
  text: string;
  hidden: boolean;
}

/** Whether every acknowledged write is in the tables or was undone by a later one, and nothing is there that nobody asked for. */
export async function checkWritten(pool: pg.Pool, ledger: Ledger): Promise<Checked[]> {
  const rows = await pool.query<PostRow>(
    "select id::text, author_id::text as author, parent_id::text as parent, text, hidden_at is not null as hidden from post",
  );
  const posts = new Map(rows.rows.map((row) => [row.id, row]));
  const checks = [checkPosts(posts, ledger)];
  for (const kind of pairKinds) checks.push(await checkPairs(pool, kind, posts, ledger));
  checks.push(await checkReads(pool, ledger));
  return checks;
}

function checkPosts(posts: ReadonlyMap<string, PostRow>, ledger: Ledger): Checked {
  const differences: string[] = [];
  for (const post of ledger.posts.values()) {
    const row = posts.get(post.id);
    const fate = ledger.fate(post);
    if (!row && fate === "there") differences.push(`post ${post.id} was acknowledged and is lost`);
    if (row && fate === "gone") differences.push(`post ${post.id} was deleted and is still there`);
    if (row) differences.push(...faultsOf(post, row));
  }
  const lost = new Map(ledger.lost.map((one) => [`${one.author} ${one.text}`, 0]));
  for (const row of posts.values()) {
    if (ledger.posts.has(row.id)) continue;
    const key = `${row.author} ${row.text}`;
    const times = lost.get(key);
    if (times === undefined) differences.push(`post ${row.id} is there and was never acknowledged`);
    else lost.set(key, times + 1);
    if (times === 1) differences.push(`post ${row.id} was written twice for one request`);
  }
  return { name: "acknowledged posts, edits and deletions", looked: ledger.posts.size, differences };
}

function faultsOf(post: KnownPost, row: PostRow): string[] {
  const faults: string[] = [];
  const hold = <T>(what: string, register: Register<T>, value: T) => {
    if (!possible(register).has(value))
      faults.push(`post ${post.id}: ${what} is ${String(value)}, which is not what was acknowledged last`);
  };
  hold("the text", post.text, row.text);
  hold("hidden", post.hidden, row.hidden);
  if (row.author !== post.author || (row.parent ?? undefined) !== post.parent)
    faults.push(`post ${post.id} has another author or parent than was acknowledged`);
  return faults;
}

async function checkPairs(
  pool: pg.Pool,
  kind: PairKind,
  posts: ReadonlyMap<string, PostRow>,
  ledger: Ledger,
): Promise<Checked> {
  const { rows } = await pool.query<{ key: string }>(tables[kind]);
  const there = new Set(rows.map(({ key }) => `${kind} ${key}`));
  const differences: string[] = [];
  let looked = 0;
  for (const [key, register] of ledger.pairs) {
    const [ofKind, , other] = key.split(" ");
    if (ofKind !== kind) continue;
    looked++;
    // A mark goes with its post.
    if ((kind === "like" || kind === "bookmark") && !posts.has(other!)) continue;
    if (possible(register).has(there.has(key))) continue;
    differences.push(
      there.has(key)
        ? `${key}: was taken back by an acknowledged request and is there`
        : `${key}: was acknowledged and is lost`,
    );
  }
  for (const key of there) if (!ledger.pairs.has(key)) differences.push(`${key}: nobody has asked for it`);
  return { name: `acknowledged: ${kind}`, looked, differences };
}

/** Whoever has read up to an act has read the group that it is in. */
async function checkReads(pool: pg.Pool, ledger: Ledger): Promise<Checked> {
  const { rows } = await pool.query<{ account: string; up_to: string; read: string }>(
    `select given.account, given.up_to, n.read_id::text as read
     from unnest($1::text[], $2::text[]) as given(account, up_to)
     join notification_act a on a.account_id = given.account::bigint and a.act_id = given.up_to::bigint
     join notification n on n.account_id = a.account_id and n.kind = a.kind and n.subject_id = a.subject_id
     where n.read_id < a.act_id`,
    [ledger.reads.map(({ account }) => account), ledger.reads.map(({ upTo }) => upTo)],
  );
  return {
    name: "acknowledged: notifications read",
    looked: ledger.reads.length,
    differences: rows.map(
      (row) => `account ${row.account} has read up to act ${row.up_to}, and the table says ${row.read}`,
    ),
  };
}
