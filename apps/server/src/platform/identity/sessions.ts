import { hash, randomBytes } from "node:crypto";
import { LRUCache } from "lru-cache";
import { sql } from "kysely";
import { createGrowingLru } from "../cache/growing-lru.ts";
import type { Db, Tx } from "../database/database.ts";
import type { Id, Role } from "../database/tables.ts";
import { findRole } from "./roles.ts";
import { defineEvent, type EventLog } from "../events/event-log.ts";

/** A session was ended, by its person or because the password changed. */
export const sessionEnded = defineEvent<{ sessionId: Id; accountId: Id }>(
  "session",
  "session.ended",
  (e) => e.sessionId,
);

export interface KnownSession {
  accountId: Id;
  sessionId: Id;
}

export interface SessionView {
  id: string;
  userAgent: string;
  ip: string;
  createdAt: string;
  lastSeenAt: string;
  current: boolean;
}

export interface Sessions {
  /** Opens a session; the token is shown once and kept only as a hash. */
  open(
    tx: Tx,
    accountId: Id,
    from: { userAgent: string; ip: string },
  ): Promise<{ token: string; sessionId: Id }>;
  /** The session of a token; undefined when there is none, it has expired or was ended. At once when it is in memory. */
  find(token: string): KnownSession | undefined | Promise<KnownSession | undefined>;
  /** Ends sessions of a person: one, or all but one. Answers how many. Their tokens are dead when the transaction has committed. */
  end(tx: Tx, accountId: Id, which: { only: Id } | { except: Id | null }): Promise<number>;
  /** What somebody may do on the site, as the database has it; undefined when they are gone. */
  roleOf(accountId: Id): Promise<Role | undefined>;
  list(accountId: Id, current: Id): Promise<SessionView[]>;
  /** Deletes what has expired. */
  sweep(): Promise<void>;
}

/** How long a session lives, used or not. */
export const sessionSeconds = 60 * 86_400;
/** A person has this many at the most; one more ends the oldest. */
const mostSessions = 50;
const seenEveryMs = 10 * 60_000;

interface Cached extends KnownSession {
  expiresAt: number;
  seenAt: number;
}

export function createSessions(db: Db, log: EventLog): Sessions {
  // ttl: a token that was ended in another process is dead here too when its event has come; this is the net under it.
  const keys = new Map<Id, string>();
  const cache = createGrowingLru<string, Cached>(200_000, {
    ttl: 15 * 60_000,
    dispose: (session, key) => {
      if (keys.get(session.sessionId) === key) keys.delete(session.sessionId);
    },
  });
  // A session that ends while its row is being read must not enter the cache afterwards.
  const ended = new LRUCache<Id, true>({ max: 10_000 });
  log.listen((event) => {
    if (!sessionEnded.is(event)) return;
    const key = keys.get(event.payload.sessionId);
    if (key !== undefined) cache.delete(key);
    ended.set(event.payload.sessionId, true);
  });

  async function load(key: string): Promise<KnownSession | undefined> {
    const row = await db
      .selectFrom("session")
      .select(["id", "accountId", "expiresAt", "lastSeenAt"])
      .where("tokenHash", "=", Buffer.from(key, "base64"))
      .where("expiresAt", ">", new Date())
      .executeTakeFirst();
    if (!row || ended.has(row.id)) return undefined;
    if (Date.now() - row.lastSeenAt.getTime() > seenEveryMs) {
      // Only for the list of sessions: nobody waits for it, and losing it loses nothing.
      db.updateTable("session")
        .set({ lastSeenAt: new Date() })
        .where("id", "=", row.id)
        .execute()
        .catch(() => {});
    }
    const session = {
      accountId: row.accountId,
      sessionId: row.id,
      expiresAt: row.expiresAt.getTime(),
      seenAt: Date.now(),
    };
    keys.set(row.id, key);
    cache.set(key, session);
    return session;
  }

  return {
    async open(tx, accountId, from) {
      const token = `maru_${randomBytes(32).toString("base64url")}`;
      const { id } = await tx
        .insertInto("session")
        .values({
          accountId,
          tokenHash: hash("sha256", token, "buffer"),
          userAgent: from.userAgent.slice(0, 300),
          ip: from.ip,
          expiresAt: new Date(Date.now() + sessionSeconds * 1000),
        })
        .returning("id")
        .executeTakeFirstOrThrow();
      const surplus = await tx
        .deleteFrom("session")
        .where("id", "in", (query) =>
          query
            .selectFrom("session")
            .select("id")
            .where("accountId", "=", accountId)
            .orderBy("id", "desc")
            .offset(mostSessions),
        )
        .returning("id")
        .execute();
      log.publish(tx, ...surplus.map((row) => sessionEnded({ sessionId: row.id, accountId })));
      return { token, sessionId: id };
    },

    find(token) {
      const key = hash("sha256", token, "base64");
      const cached = cache.get(key);
      if (!cached) return load(key);
      const now = Date.now();
      if (cached.expiresAt <= now) return undefined;
      return now - cached.seenAt > seenEveryMs ? load(key) : cached;
    },

    async end(tx, accountId, which) {
      const gone = await tx
        .deleteFrom("session")
        .where("accountId", "=", accountId)
        .$if("only" in which, (query) => query.where("id", "=", (which as { only: Id }).only))
        .$if("except" in which && which.except !== null, (query) =>
          query.where("id", "<>", (which as { except: Id }).except),
        )
        .returning("id")
        .execute();
      log.publish(tx, ...gone.map(({ id }) => sessionEnded({ sessionId: id, accountId })));
      return gone.length;
    },

    roleOf: (accountId) => findRole(db, accountId),

    async list(accountId, current) {
      const rows = await db
        .selectFrom("session")
        .select(["id", "userAgent", "ip", "createdAt", "lastSeenAt"])
        .where("accountId", "=", accountId)
        .where("expiresAt", ">", new Date())
        .orderBy("id", "desc")
        .limit(mostSessions)
        .execute();
      return rows.map((row) => ({
        ...row,
        id: String(row.id),
        createdAt: row.createdAt.toISOString(),
        lastSeenAt: row.lastSeenAt.toISOString(),
        current: row.id === current,
      }));
    },

    async sweep() {
      await sql`delete from session where expires_at < now()`.execute(db);
      await sql`delete from password_reset where expires_at < now() - interval '1 day'`.execute(db);
      await sql`delete from idempotency_key where created_at < now() - interval '1 day'`.execute(db);
    },
  };
}
