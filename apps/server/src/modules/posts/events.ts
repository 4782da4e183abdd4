import type { Id, PostKind, Visibility } from "../../platform/database/tables.ts";
import { defineEvent } from "../../platform/events/event-log.ts";

interface PostFacts {
  postId: Id;
  kind: PostKind;
  authorId: Id;
  parentId: Id | null;
  rootId: Id | null;
  visibility: Visibility;
  tags: string[];
  /** Not in events that were written before there were topics. */
  topics?: Id[];
}

interface Mark {
  postId: Id;
  /** Who likes or keeps it. */
  accountId: Id;
  authorId: Id;
}

const ofPost = ({ postId }: { postId: Id }) => postId;

export const postCreated = defineEvent<PostFacts & { mentions: Id[] }>("post", "post.created", ofPost);
/** `before` is what tags, topics and visibility were; `hidden` whether it is hidden now. */
export const postEdited = defineEvent<
  PostFacts & { hidden: boolean; before: { tags: string[]; topics?: Id[]; visibility: Visibility } }
>("post", "post.edited", ofPost);
/** One event for each post that goes, comments under it included. */
export const postDeleted = defineEvent<PostFacts & { hidden: boolean }>("post", "post.deleted", ofPost);
export const postHidden = defineEvent<PostFacts>("post", "post.hidden", ofPost);
export const postUnhidden = defineEvent<PostFacts>("post", "post.unhidden", ofPost);
export const postLiked = defineEvent<Mark>("post", "post.liked", ofPost);
export const postUnliked = defineEvent<Mark>("post", "post.unliked", ofPost);
export const postBookmarked = defineEvent<Mark>("post", "post.bookmarked", ofPost);
export const postUnbookmarked = defineEvent<Mark>("post", "post.unbookmarked", ofPost);
/** Accepted views, counted together. */
export const postViewed = defineEvent<{ postId: Id; views: number }>("post", "post.viewed", ofPost);

const ofTopic = ({ topicId }: { topicId: Id }) => topicId;

/** What posts show of it is something else now. */
export const topicChanged = defineEvent<{ topicId: Id }>("topic", "topic.changed", ofTopic);
export const topicDeleted = defineEvent<{ topicId: Id }>("topic", "topic.deleted", ofTopic);
