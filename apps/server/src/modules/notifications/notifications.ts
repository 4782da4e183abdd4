import type { Feature } from "../../platform/feature.ts";
import { createMailer, type Mailer } from "../../platform/mail/mailer.ts";
import type { Platform } from "../../platform/platform.ts";
import type { People } from "../people/index.ts";
import type { Posts } from "../posts/index.ts";
import { deletePerson, sweepActs } from "./act-queries.ts";
import { notificationsConsumer } from "./consumer.ts";
import { createTeller, type Teller } from "./live.ts";
import { createNotificationPresenter, type NotificationPresenter } from "./present.ts";
import { notificationRoutes } from "./routes.ts";
import { type NotificationSource, ownSources } from "./sources.ts";

export interface Notifications extends Feature {
  /** Adds kinds of another feature; before the program starts. */
  addSource(source: NotificationSource): void;
}

/** What the routes and rules of notifications stand on. */
export interface NotificationDeps extends Platform {
  sources: readonly NotificationSource[];
  presenter: NotificationPresenter;
  teller: Teller;
  mailer: Mailer;
}

const hourMs = 3_600_000;

export async function createNotifications(
  platform: Platform,
  people: People,
  posts: Posts,
): Promise<Notifications> {
  const { config, db, logger, sockets } = platform;
  const sources: NotificationSource[] = [...ownSources];
  const presenter = createNotificationPresenter(people, posts, sources);
  const teller = createTeller(db, sockets);
  const deps: NotificationDeps = {
    ...platform,
    sources,
    presenter,
    teller,
    mailer: createMailer(config, logger),
  };
  const consumer = notificationsConsumer({
    db,
    sources,
    onChange: (accountIds) => accountIds.forEach(teller.changed),
  });
  people.beforeDeletion((tx, accountId) => deletePerson(tx, [accountId]));
  return {
    addSource: (source) => void sources.push(source),
    consumers: [consumer],
    jobs: [{ name: "notifications", everyMs: 6 * hourMs, work: () => sweepActs(db) }],
    routes: (app) => notificationRoutes(app, deps),
    idle: () => teller.idle(),
    stopped: () => deps.mailer.stop(),
  };
}
