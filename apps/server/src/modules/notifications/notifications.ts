import type { Feature } from "../../platform/feature.ts";
import { createMailer, type Mailer } from "../../platform/mail/mailer.ts";
import type { Platform } from "../../platform/platform.ts";
import type { Id } from "../../platform/database/tables.ts";
import { createPush, type Push } from "../../platform/push/push.ts";
import { pushRoutes } from "../../platform/push/routes.ts";
import type { People } from "../people/index.ts";
import type { Posts } from "../posts/index.ts";
import { deletePerson, sweepActs } from "./act-queries.ts";
import { notificationsConsumer } from "./consumer.ts";
import { createDigestLinks, type DigestLinks } from "./digest-link.ts";
import { digestRoutes } from "./digest-routes.ts";
import { sendDigests } from "./digest.ts";
import { createTeller, type Teller } from "./live.ts";
import { createNotificationPresenter, type NotificationPresenter } from "./present.ts";
import { createPusher } from "./pusher.ts";
import { notificationRoutes } from "./routes.ts";
import { countUnread } from "./list-queries.ts";
import { findLocales } from "./push-queries.ts";
import { type Locale, type NotificationSource, ownSources } from "./sources.ts";

export interface Notifications extends Feature {
  /** Adds kinds of another feature; before the program starts. */
  addSource(source: NotificationSource): void;
  /** To people's browsers. */
  push: Push;
  /** How many notifications somebody has not read. */
  countUnread(accountId: Id): Promise<number>;
  /** The languages of people, as far as they have chosen one. */
  localesOf(accountIds: readonly Id[]): Promise<Map<Id, Locale>>;
  /** Sends the e-mails that are due; the schedule does so by itself. */
  sendDigests(): Promise<void>;
}

/** What the routes and rules of notifications stand on. */
export interface NotificationDeps extends Platform {
  sources: readonly NotificationSource[];
  presenter: NotificationPresenter;
  teller: Teller;
  mailer: Mailer;
  links: DigestLinks;
}

const minuteMs = 60_000;

export async function createNotifications(
  platform: Platform,
  people: People,
  posts: Posts,
): Promise<Notifications> {
  const { config, db, logger, sockets } = platform;
  const sources: NotificationSource[] = [...ownSources];
  const deps: NotificationDeps = {
    ...platform,
    sources,
    presenter: createNotificationPresenter(people, posts, sources, db),
    teller: createTeller(db, sockets),
    mailer: createMailer(config, logger),
    links: createDigestLinks(await platform.secret("digest")),
  };
  const push = await createPush(platform);
  const pusher = createPusher(deps, push);
  const consumer = notificationsConsumer({
    db,
    sources,
    onChange(accountIds, isDue) {
      for (const accountId of accountIds) deps.teller.changed(accountId);
      if (isDue) pusher.wake();
    },
  });
  people.beforeDeletion((tx, accountId) => deletePerson(tx, [accountId]));
  return {
    addSource: (source) => void sources.push(source),
    push,
    countUnread: async (accountId) => (await countUnread(db, accountId)).unread,
    localesOf: (accountIds) => findLocales(db, accountIds),
    sendDigests: () => sendDigests(deps),
    consumers: [consumer],
    jobs: [
      { name: "notifications", everyMs: 6 * 60 * minuteMs, work: () => sweepActs(db) },
      { name: "digests", everyMs: 5 * minuteMs, work: () => sendDigests(deps) },
    ],
    async routes(app) {
      await notificationRoutes(app, deps);
      await digestRoutes(app, deps);
      await pushRoutes(app, platform, push);
    },
    async started() {
      push.start();
      pusher.start();
    },
    async idle() {
      await deps.teller.idle();
      await pusher.idle();
      await push.idle();
    },
    async stopped() {
      await pusher.stop();
      await push.stop();
      await deps.mailer.stop();
    },
  };
}
