import type { FastifyReply } from "fastify";
import type { Tx } from "../../platform/database/database.ts";
import type { Id } from "../../platform/database/tables.ts";
import type { Feature } from "../../platform/feature.ts";
import type { Platform } from "../../platform/platform.ts";
import { type People, peopleEvents } from "../people/index.ts";
import {
  endTopic,
  type PageAsked,
  postEvents,
  type Posts,
  putTopicsOn,
  type Reader,
  sendPosts,
  takeTopicOff,
} from "../posts/index.ts";
import { topicCounters } from "./counters.ts";
import { followTopic } from "./follow-topic.ts";
import {
  deleteTopicRow,
  insertTopic,
  insertTopicFollow,
  insertTopics,
  listPostIds,
  lockTopic,
  logChanged,
  logUnfollowed,
  logUnfollowedBy,
} from "./topic-queries.ts";

/** The things that posts are about and that people follow; each belongs to a space, which keeps the rest of it. */
export interface Topics extends Feature {
  /**
   * A new topic of a space, in the transaction in which the space writes its own row under the same id: that of a post where the topic is one
   * (a project), or a new one, as of a time.
   */
  create(tx: Tx, space: string, how?: { id?: Id; at?: Date }): Promise<Id>;
  /** As `create` of many that are new, in the order of their ids. */
  createMany(tx: Tx, space: string, count: number): Promise<Id[]>;
  /** Says that what posts show of a topic is something else now. */
  changed(tx: Tx, topicId: Id): void;
  /** As `changed` of many, in the transaction of a consumer; what is in memory hears of it a little later. */
  haveChanged(tx: Tx, topicIds: readonly Id[]): Promise<void>;
  /** Ends a topic, with all follows of it; posts about it stay. */
  remove(tx: Tx, topicId: Id): Promise<void>;
  /** Whether the reader may see the topic is for the caller to know. Twice is once. */
  follow(accountId: Id, topicId: Id, wanted: boolean): Promise<{ following: boolean; followers: number }>;
  /** As `follow` in a transaction, for one that may be followed; may say when. */
  followAt(tx: Tx, accountId: Id, topicId: Id, at?: Date): Promise<void>;
  /** Says what a post is about, whoever wrote it. */
  putOn(tx: Tx, postId: Id, topicIds: Id[]): Promise<void>;
  /** The post is no longer about the topic. False when it was not. */
  takeOff(postId: Id, topicId: Id): Promise<boolean>;
  /** Answers a page of the posts about a topic, newest first. */
  sendPosts(reply: FastifyReply, reader: Reader, asked: PageAsked, topicId: Id): Promise<FastifyReply>;
}

export function createTopics(platform: Platform, people: People, posts: Posts): Topics {
  const { db, log, cursors } = platform;
  const unfollowed = peopleEvents.topicUnfollowed.type;
  people.beforeDeletion((tx, accountId) => logUnfollowedBy(log, tx, accountId, unfollowed));
  return {
    create: insertTopic,
    createMany: insertTopics,
    changed: (tx, topicId) => log.publish(tx, postEvents.topicChanged({ topicId })),
    haveChanged: (tx, topicIds) => logChanged(log, tx, topicIds, postEvents.topicChanged.type),
    async remove(tx, topicId) {
      if (!(await lockTopic(tx, topicId))) return;
      await logUnfollowed(log, tx, topicId, unfollowed);
      await endTopic(log, tx, topicId);
      await deleteTopicRow(tx, topicId);
    },
    follow: (accountId, topicId, wanted) => followTopic(log, accountId, topicId, wanted),
    async followAt(tx, accountId, topicId, at) {
      if (await insertTopicFollow(tx, accountId, topicId, at))
        log.publish(tx, peopleEvents.topicFollowed({ accountId, topicId }));
    },
    putOn: (tx, postId, topicIds) => putTopicsOn(log, tx, postId, topicIds),
    takeOff: (postId, topicId) => takeTopicOff(log, postId, topicId),
    sendPosts: (reply, reader, asked, topicId) =>
      sendPosts({ cursors, presenter: posts.presenter }, reply, reader, asked, (limit, before) =>
        listPostIds(db, topicId, limit, before),
      ),
    consumers: [topicCounters()],
    routes: async () => {},
  };
}
