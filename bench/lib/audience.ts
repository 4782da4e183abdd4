import { type Socket, io } from "socket.io-client";
import type { Id } from "../../apps/server/src/platform/database/tables.ts";
import type { Stage } from "./stage.ts";
import { signIn } from "./sessions.ts";

const authors = 1000;
/** Authors of whom a follower has the site open, each another one. */
const watchers = 200;
/** People who are named in turn, and those of them who have the site open. */
const named = 4000;
const listeners = 400;

export interface Person {
  id: Id;
  handle: string;
  token: string;
}

/** Who writes, who is named, and who has the site open meanwhile. */
export interface Audience {
  authors: Person[];
  named: Person[];
  /** Followers of the authors with open pages, and whom of the authors they follow. */
  watchers: Map<Id, { token: string; follows: Set<Id> }>;
  /** Those of the named people who have the site open. */
  listeners: Map<Id, { token: string }>;
}

/** People by chance, the same in every run: nobody private, nobody who keeps away from somebody. */
export async function pickAudience({ pool }: Stage): Promise<Audience> {
  const { rows } = await pool.query<{ id: Id; handle: string; followers: number }>(
    `select a.id, a.handle, s.followers from account a join account_stats s on s.account_id = a.id
     where not a.is_private and s.followers > 0
       and not exists (select from block b where a.id in (b.blocker_id, b.blocked_id))
       and not exists (select from mute m where a.id in (m.muter_id, m.muted_id))
     order by hashint8(a.id), a.id limit $1`,
    [authors + named],
  );
  if (rows.length < authors + named) throw new Error("the data set has too few people");
  const tokens = await signIn(
    pool,
    rows.map((row) => row.id),
  );
  const people = rows.map(({ id, handle }, index): Person => ({ id, handle, token: tokens[index]! }));
  const writers = people.slice(0, authors);
  const { rows: follows } = await pool.query<{ followerId: Id; followeeId: Id }>(
    `with watcher as (
       select distinct f.follower_id from unnest($1::bigint[]) as author(id) cross join lateral (
         select follower_id from follow where followee_id = author.id and follower_id <> all($3::bigint[])
           and not exists (select from block b where follower_id in (b.blocker_id, b.blocked_id))
           and not exists (select from mute m where m.muter_id = follower_id)
         order by hashint8(follower_id) limit 1
       ) f
     )
     select f.follower_id as "followerId", f.followee_id as "followeeId"
     from watcher join follow f using (follower_id) where f.followee_id = any($2::bigint[])`,
    [
      writers.slice(0, watchers).map((author) => author.id),
      writers.map((author) => author.id),
      people.map((person) => person.id),
    ],
  );
  const watching = [...new Set(follows.map((row) => row.followerId))];
  const theirs = await signIn(pool, watching);
  const audience: Audience = {
    authors: writers,
    named: people.slice(authors),
    watchers: new Map(watching.map((id, index) => [id, { token: theirs[index]!, follows: new Set() }])),
    listeners: new Map(people.slice(authors, authors + listeners).map(({ id, token }) => [id, { token }])),
  };
  for (const { followerId, followeeId } of follows)
    audience.watchers.get(followerId)!.follows.add(followeeId);
  return audience;
}

/** What open pages hear, by person; times as `Date.now()`. */
export interface Heard {
  /** Of a post, by its id. */
  posts: Map<Id, Map<Id, number>>;
  /** Of notifications: the newest one's id, in the order in which they were told. */
  notifications: Map<Id, { newest: Id; at: number }[]>;
  close(): void;
}

/** Opens a page's socket for each of them. Resolves when all are connected and have heard how many notifications they have. */
export async function openPages(
  port: number,
  { watchers: follow, listeners: listen }: Audience,
): Promise<Heard> {
  const sockets: Socket[] = [];
  const heard: Heard = {
    posts: new Map(),
    notifications: new Map(),
    close() {
      for (const socket of sockets) socket.disconnect();
    },
  };
  const open = (accountId: Id, token: string) =>
    new Promise<void>((resolve, reject) => {
      const posts = new Map<Id, number>();
      const notifications: { newest: Id; at: number }[] = [];
      heard.posts.set(accountId, posts);
      heard.notifications.set(accountId, notifications);
      const socket = io(`http://127.0.0.1:${port}`, {
        path: "/socket",
        transports: ["websocket"],
        auth: { token },
        forceNew: true,
        reconnection: false,
      });
      sockets.push(socket);
      socket.on("connect_error", reject);
      socket.on("post", ({ id }: { id: string }) => void posts.set(Number(id), Date.now()));
      socket.on("notification", ({ newest }: { newest: { id: string } | null }) => {
        if (newest) notifications.push({ newest: Number(newest.id), at: Date.now() });
        resolve();
      });
    });
  const all = [...follow, ...listen];
  for (let from = 0; from < all.length; from += 50)
    await Promise.all(all.slice(from, from + 50).map(([id, { token }]) => open(id, token)));
  return heard;
}
