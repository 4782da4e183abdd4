import type { Db } from "../../platform/database/database.ts";
import type { Id } from "../../platform/database/tables.ts";
import type { LoggedEvent } from "../../platform/events/event-log.ts";
import { peopleEvents } from "../people/index.ts";
import { postEvents } from "../posts/index.ts";
import type { ShownDecision } from "./schemas.ts";
import { type Acts, commentActs, followActs, likeActs, mentionActs } from "./source-queries.ts";

/** What an event may have changed: acts that hang from a post (of everybody, or of one person), or those between two people. */
export type Touched = { postId: Id; actorId?: Id } | { accountId: Id; actorId: Id };

/** What a group of acts is shown with. */
export interface Subject {
  /** The post that it is about. */
  postId?: Id;
  /** The newest answer in it. */
  commentId?: Id;
  /** The topic that it is about; whoever is told may know its name. */
  topicId?: Id;
  /** The chat that it is about, which whoever is told is in. */
  chatId?: Id;
  /** The decision of moderators that it is about, which is about whoever is told. */
  decisionId?: Id;
}

/**
 * Where notifications of some kinds come from. Everything is decided by the tables as they are: an event only says where to look again,
 * so that what is undone is withdrawn, and handling an event twice changes nothing. Spaces bring sources of their own.
 */
export interface NotificationSource {
  kinds: readonly string[];
  /** The types of events that may change what there is to tell. */
  events: readonly string[];
  touched(event: LoggedEvent): Touched[];
  /**
   * Everything that there is to tell now, as a query with the columns account_id (who is told), kind, subject_id, act_id, actor_id,
   * post_id (which the one who is told must be allowed to see; null: none). It is joined by post_id, by post_id and actor_id, or by account_id and
   * actor_id, so these must lead to indexes.
   */
  acts: Acts;
  /** `postId` is that of the newest act. */
  subject(group: { subjectId: Id; postId: Id | null }): Subject;
  /** What there is to show of decisions, by their ids; for a source whose subjects have them. */
  decisions?(db: Db, ids: readonly Id[]): Promise<Map<Id, ShownDecision>>;
  /** The least time from one push of a group to the next, in seconds. */
  quietSeconds: number;
  /** A sentence about a group of a kind; `people` is such as "박민지 님 외 3명" or "Minji and 3 others", `topic` what the topic is called. */
  say: Record<Locale, (kind: string, people: string, about: About, topic: string) => string>;
}

export type Locale = "ko" | "en";
/** What the post of a group is, for the sentence about it. */
export type About = "post" | "comment";

const shownPost = ({ postId }: { postId: Id | null }): Subject => (postId === null ? {} : { postId });

const likes: NotificationSource = {
  kinds: ["like"],
  events: [postEvents.postLiked.type, postEvents.postUnliked.type, postEvents.postDeleted.type],
  touched(event) {
    if (postEvents.postDeleted.is(event)) return [{ postId: event.payload.postId }];
    const { postId, accountId } = event.payload as { postId: Id; accountId: Id };
    return [{ postId, actorId: accountId }];
  },
  acts: likeActs,
  subject: shownPost,
  quietSeconds: 600,
  say: {
    ko: (_kind, people, about) => `${people}이 내 ${about === "post" ? "글을" : "댓글을"} 좋아해요.`,
    en: (_kind, people, about) => `${people} liked your ${about}.`,
  },
};

const written = [
  postEvents.postCreated.type,
  postEvents.postEdited.type,
  postEvents.postDeleted.type,
] as const;
const ofPost = (event: LoggedEvent): Touched[] => [{ postId: (event.payload as { postId: Id }).postId }];
/** What a post answers never changes. */
const ofComment = (event: LoggedEvent) =>
  (event.payload as { parentId: Id | null }).parentId === null ? [] : ofPost(event);
/** Whoever is named only later is named by an event of its own. */
const ofNaming = (event: LoggedEvent) =>
  postEvents.postCreated.is(event) && event.payload.mentions.length === 0 ? [] : ofPost(event);

const comments: NotificationSource = {
  kinds: ["comment", "answer"],
  events: written,
  touched: ofComment,
  acts: commentActs,
  subject: ({ subjectId, postId }) => ({ postId: subjectId, ...(postId !== null && { commentId: postId }) }),
  quietSeconds: 30,
  say: {
    ko: (kind, people) => `${people}이 내 ${kind === "answer" ? "댓글에 답글을" : "글에 댓글을"} 남겼어요.`,
    en: (kind, people) =>
      kind === "answer" ? `${people} answered your comment.` : `${people} commented on your post.`,
  },
};

const mentions: NotificationSource = {
  kinds: ["mention"],
  events: written,
  touched: ofNaming,
  acts: mentionActs,
  subject: shownPost,
  quietSeconds: 30,
  say: {
    ko: (_kind, people) => `${people}이 나를 불렀어요.`,
    en: (_kind, people) => `${people} mentioned you.`,
  },
};

const follows: NotificationSource = {
  kinds: ["follow", "follow-request", "follow-accepted"],
  events: [
    peopleEvents.followed.type,
    peopleEvents.unfollowed.type,
    peopleEvents.followRequested.type,
    peopleEvents.followRequestEnded.type,
  ],
  touched(event) {
    const { accountId, targetId } = event.payload as { accountId: Id; targetId: Id };
    return [
      { accountId: targetId, actorId: accountId },
      { accountId, actorId: targetId },
    ];
  },
  acts: followActs,
  subject: () => ({}),
  quietSeconds: 600,
  say: {
    ko: (kind, people) =>
      kind === "follow"
        ? `${people}이 팔로우하기 시작했어요.`
        : kind === "follow-request"
          ? `${people}이 팔로우를 요청했어요.`
          : `${people}이 팔로우 요청을 받아들였어요.`,
    en: (kind, people) =>
      kind === "follow"
        ? `${people} followed you.`
        : kind === "follow-request"
          ? `${people} asked to follow you.`
          : `${people} accepted your request to follow.`,
  },
};

export const ownSources: readonly NotificationSource[] = [likes, comments, mentions, follows];
