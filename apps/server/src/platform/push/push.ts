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
  postponeMessage,
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
const atOnce = 16;

export async function createPush({ config, db, logger, secret }: Platform): Promise<Push> {
  const keys = vapidKeys(await secret("vapid"));
  const egress = createPublicPost({ loopback: config.pushLoopback });
  const deliver = createDeliver(egress, keys, contactOf(config));

  async function attempt(message: DueMessage): Promise<void> {
    if (message.secondsLeft <= 0) return deleteMessage(db, message.id);
    const outcome = await deliver(message);
    if (outcome.end === "gone") return dropSubscription(db, message.subscriptionId);
    if (outcome.end === "delivered") return deleteMessage(db, message.id);
    const { host } = new URL(message.endpoint);
    const isFinal = outcome.end === "refused" || message.attempts >= attempts;
    logger[isFinal ? "warn" : "debug"]({ host, reason: outcome.reason }, "a browser could not be told");
    if (isFinal) return deleteMessage(db, message.id);
    if (outcome.seconds !== undefined) await postponeMessage(db, message.id, outcome.seconds);
  }

  const work = createDueWork(
    async () => {
      const due = await claimMessages(db, atOnce, waits);
      await Promise.all(due.map(attempt));
      return due.length === atOnce;
    },
    () => untilNextMessage(db),
    (error) => logger.error({ err: error }, "messages to browsers could not be sent; it will be tried again"),
  );
  return {
    publicKey: keys.publicKey,
    egress,
    enqueue: insertMessages,
    wake: work.wake,
    start: work.start,
    idle: work.idle,
    async stop() {
      await work.stop();
      egress.close();
    },
  };
}

function contactOf({ origin, mailFrom }: Config): string {
  if (origin?.startsWith("https:")) return new URL(origin).origin;
  return `mailto:${/<([^>]+)>/.exec(mailFrom)?.[1] ?? mailFrom}`;
}
