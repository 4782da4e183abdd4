import type { Config } from "../../config.ts";
import type { Tx } from "../database/database.ts";
import type { Id } from "../database/tables.ts";
import { createPublicPost, type PublicPost } from "../egress/public-post.ts";
import type { Platform } from "../platform.ts";
import { createDeliver } from "./deliver.ts";
import { createDueWork } from "./due-work.ts";
import {
  claimMessages,
  deleteMessage,
  dropSubscription,
  type DueMessage,
  insertMessages,
  postponeMessages,
  untilNextMessage,
} from "./queries.ts";
import { vapidKeys } from "./vapid.ts";

export interface PushMessage {
  /** A newer message of the same topic takes the place of one that waits, also at the push service. At most 32 letters of base64url. */
  topic: string;
  payload: object;
  /** How long it is worth delivering. */
  seconds: number;
}

/** Web Push to the browsers that people have subscribed. */
export interface Push {
  /** base64url, for `pushManager.subscribe`. */
  readonly publicKey: string;
  readonly egress: PublicPost;
  /** Puts a message down for each of somebody's browsers, within the transaction; it goes out after `wake()`. */
  enqueue(tx: Tx, accountId: Id, message: PushMessage): Promise<void>;
  wake(): void;
  start(): void;
  stop(): Promise<void>;
  /** Resolves when nothing is due. */
  idle(): Promise<void>;
}

/** Seconds from each attempt to the next, give or take a half; after the last one the message is given up. */
const waits = [30, 120, 600, 3600];
const attempts = waits.length + 1;
/** Messages under way, of each person one: whoever names a push service that never answers holds up nobody else. */
const atOnce = 64;
/** A browser that could not be told is left alone for so long at least, whatever else waits for it. */
const leastWaitSeconds = 15;

export async function createPush({ config, db, logger, secret }: Platform): Promise<Push> {
  const keys = vapidKeys(await secret("vapid"));
  const egress = createPublicPost({ loopback: config.egressLoopback });
  const deliver = createDeliver(egress, keys, contactOf(config));

  async function attempt(message: DueMessage): Promise<void> {
    if (message.secondsLeft <= 0) return deleteMessage(db, message.id);
    const outcome = await deliver(message);
    if (outcome.end === "gone") return dropSubscription(db, message.subscriptionId);
    if (outcome.end === "delivered") return deleteMessage(db, message.id);
    const { host } = new URL(message.endpoint);
    const isFinal = outcome.end === "refused" || message.attempts >= attempts;
    logger[isFinal ? "warn" : "debug"]({ host, reason: outcome.reason }, "a browser could not be told");
    if (isFinal) await deleteMessage(db, message.id);
    if (outcome.end === "again")
      await postponeMessages(db, message.subscriptionId, Math.max(leastWaitSeconds, outcome.seconds ?? 0));
  }

  /** By whom the messages are for. */
  const underWay = new Map<Id, Promise<void>>();
  const failed = (error: unknown) =>
    logger.error({ err: error }, "messages to browsers could not be sent; it will be tried again");
  const work = createDueWork(
    async () => {
      const room = atOnce - underWay.size;
      if (room === 0) return false;
      for (const message of await claimMessages(db, room, waits, [...underWay.keys()])) {
        const ended = attempt(message)
          .catch(failed)
          .finally(() => {
            underWay.delete(message.accountId);
            work.wake();
          });
        underWay.set(message.accountId, ended);
      }
      return false;
    },
    // Each that ends looks again: nothing is waited for here that cannot begin.
    async () => (underWay.size < atOnce ? untilNextMessage(db, [...underWay.keys()]) : undefined),
    failed,
  );
  return {
    publicKey: keys.publicKey,
    egress,
    enqueue: insertMessages,
    wake: work.wake,
    start: work.start,
    async idle() {
      await work.idle();
      while (underWay.size > 0) {
        await Promise.all(underWay.values());
        await work.idle();
      }
    },
    async stop() {
      await work.stop();
      await Promise.all(underWay.values());
      egress.close();
    },
  };
}

function contactOf({ origin, mailFrom }: Config): string {
  if (origin?.startsWith("https:")) return new URL(origin).origin;
  return `mailto:${/<([^>]+)>/.exec(mailFrom)?.[1] ?? mailFrom}`;
}
