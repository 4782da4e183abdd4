import { createHmac } from "node:crypto";
import type { FastifyRequest } from "fastify";
import type { Logger } from "pino";
import type { Tx } from "../../platform/database/database.ts";
import type { Id } from "../../platform/database/tables.ts";
import type { EventLog } from "../../platform/events/event-log.ts";
import { viewerOf } from "../../platform/http/route.ts";
import * as events from "./events.ts";
import type { CachedPost } from "./post-cache.ts";
import { insertViews } from "./view-queries.ts";

export interface Views {
  /** Counts that the post was read, once per person (or address and browser) and day; written about a second later. */
  note(post: CachedPost, request: FastifyRequest): void;
  start(): void;
  /** Writes what is still in memory. */
  stop(): Promise<void>;
}

const everyMs = 1000;
/** Views that wait to be written; more than this within a second are not people. */
const mostWaiting = 50_000;
const atOnce = 5000;
/** Programs that read pages for other reasons than reading them. */
const robots = /bot\b|bots\b|crawl|spider|slurp|facebookexternalhit|preview|embedly|monitor|lighthouse/i;

export function createViews(log: EventLog, logger: Logger, key: Buffer): Views {
  let waiting = new Map<string, { postId: number; viewer: string }>();
  let writing = Promise.resolve();
  let timer: NodeJS.Timeout | undefined;

  /** Nothing that leads back to the person or the address is kept, and tomorrow's is another. */
  function visitorOf(request: FastifyRequest): string {
    const accountId = viewerOf(request);
    const who = accountId === null ? `${request.ip}\0${request.headers["user-agent"]}` : String(accountId);
    const day = new Date().toISOString().slice(0, 10);
    return createHmac("sha256", key).update(`${day}\0${who}`).digest("base64url").slice(0, 22);
  }

  async function write(): Promise<void> {
    const taken = waiting;
    if (taken.size === 0) return;
    waiting = new Map();
    try {
      const views = [...taken.values()];
      for (let from = 0; from < views.length; from += atOnce) {
        const part = views.slice(from, from + atOnce);
        await log.commit(async (tx) => {
          for (const [postId, count] of await insertViews(tx, part))
            log.publish(tx, events.postViewed({ postId, views: count }));
        });
      }
    } catch (error) {
      logger.warn({ err: error, views: taken.size }, "views could not be written; they will be tried again");
      // What was written already is refused as a repetition.
      if (waiting.size + taken.size <= mostWaiting) waiting = new Map([...taken, ...waiting]);
    }
  }

  const flush = () => (writing = writing.then(write));

  return {
    note(post, request) {
      const accountId = viewerOf(request);
      if (accountId === post.authorId || request.method !== "GET" || waiting.size >= mostWaiting) return;
      if (accountId === null && robots.test(request.headers["user-agent"] ?? "")) return;
      const viewer = visitorOf(request);
      waiting.set(`${post.id} ${viewer}`, { postId: post.id, viewer });
    },
    start() {
      timer = setInterval(() => void flush(), everyMs).unref();
    },
    async stop() {
      clearInterval(timer);
      await flush();
    },
  };
}

/** Counts visitors that are told of instead of seen. */
export async function viewAt(log: EventLog, tx: Tx, postId: Id, viewers: readonly string[]): Promise<void> {
  for (const [id, views] of await insertViews(
    tx,
    viewers.map((viewer) => ({ postId, viewer })),
  ))
    log.publish(tx, events.postViewed({ postId: id, views }));
}
