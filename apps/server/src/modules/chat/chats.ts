import type { Feature } from "../../platform/feature.ts";
import type { Platform } from "../../platform/platform.ts";
import { createPublicGet } from "../../platform/egress/public-get.ts";
import type { Moderation } from "../moderation/index.ts";
import type { Notifications } from "../notifications/index.ts";
import type { People } from "../people/index.ts";
import type { Posts } from "../posts/index.ts";
import { stopChatsOf } from "./change-status.ts";
import { chatRoutes } from "./chat-routes.ts";
import { listenToPages } from "./chat-sockets.ts";
import { createDeliveries } from "./deliveries.ts";
import type { ChatDeps, ChatSubject } from "./deps.ts";
import { forgetMember } from "./forget-member.ts";
import { createLinkPreviews, deleteOld } from "./link-preview/link-preview.ts";
import { createMembers } from "./members.ts";
import { messageRoutes } from "./message-routes.ts";
import { chatSearchConsumer } from "./message-search.ts";
import { chatSource } from "./notification-source.ts";
import { createPresenceTeller } from "./presence.ts";
import { createChatPresenter } from "./present.ts";
import { openChatRoute } from "./open-chat-route.ts";
import { createPreviewer } from "./preview-message.ts";
import { Chat, FoundMessage, Message, Read, UnreadChats } from "./schemas.ts";
import { chatSubjects } from "./report-chat.ts";
import { createAwayTeller } from "./tell-away.ts";

/** People who talk with each other: two, about a project or not, or a few. */
export interface Chats extends Feature {
  /** Adds what coffee chats may be about; before the program starts. */
  addSubject(subject: ChatSubject): void;
}

const dayMs = 86_400_000;

export async function createChats(
  platform: Platform,
  people: People,
  posts: Posts,
  notifications: Notifications,
  moderation: Moderation,
): Promise<Chats> {
  const { config, db, log, logger, sockets } = platform;
  const subjects: ChatSubject[] = [];
  const presenter = createChatPresenter(people, posts, sockets);
  const previews = config.linkPreviews
    ? createLinkPreviews({ db, get: createPublicGet({ loopback: config.egressLoopback }), logger })
    : undefined;
  const deps: ChatDeps = {
    ...platform,
    people,
    posts,
    presenter,
    moderation,
    subjects,
    members: createMembers(db, log),
    deliveries: createDeliveries({ db, log, sockets, presenter }),
    previewer: createPreviewer({ log, logger }, previews),
  };
  const away = createAwayTeller(deps, notifications);
  const presence = createPresenceTeller(db, sockets);
  listenToPages(deps);
  notifications.addSource(chatSource);
  for (const subject of chatSubjects) moderation.addSubject(subject);
  people.onBlock((tx, accountId, targetId) => stopChatsOf(deps, tx, accountId, targetId));
  people.beforeDeletion((tx, accountId) => forgetMember(deps, tx, accountId));
  return {
    addSubject: (subject) => void subjects.push(subject),
    consumers: [chatSearchConsumer(), away.consumer],
    jobs: [{ name: "link-previews", everyMs: dayMs, work: () => deleteOld(db) }],
    async routes(app) {
      for (const schema of [Message, Chat, Read, UnreadChats, FoundMessage]) app.addSchema(schema);
      openChatRoute(app, deps);
      await chatRoutes(app, deps);
      await messageRoutes(app, deps);
    },
    started: async () => away.work.start(),
    async idle() {
      await deps.deliveries.idle();
      await deps.previewer.idle();
      await away.work.idle();
    },
    async stopped() {
      presence.stop();
      await previews?.stop();
      await deps.previewer.idle();
      await away.work.stop();
    },
  };
}
