import type { Tx } from "../../platform/database/database.ts";
import type { Id, Visibility } from "../../platform/database/tables.ts";
import type { EventLog } from "../../platform/events/event-log.ts";
import { notFound } from "../../platform/http/problem.ts";
import { unknownMedia } from "./create-post.ts";
import * as events from "./events.ts";
import type { PostForms } from "./post-forms.ts";
import { mentioned } from "./post-text.ts";
import {
  findHandles,
  holdOwnMedia,
  insertEdit,
  listMediaIds,
  listTopics,
  lockPost,
  replaceMedia,
  replaceMentions,
  replaceTags,
  replaceTopics,
  updatePost,
} from "./queries.ts";
import { isTopicGone, type NamedTopics, type TopicKinds } from "./topic-kinds.ts";

export interface PostEditing {
  text?: string | undefined;
  mediaIds?: Id[] | undefined;
  visibility?: Visibility | undefined;
  /** Topics of the spaces that the edit names. */
  named?: NamedTopics;
  /** What it is found by besides its text. */
  words?: string | undefined;
  /** Whether what its space keeps of it has changed, so that it shows something else even with the same text. */
  isTouched?: boolean;
}

/** What a post is edited with. */
export interface EditingDeps {
  log: EventLog;
  kinds: TopicKinds;
  forms: PostForms;
}

/**
 * Changes a post of one's own; false when that changes nothing. What it said before is kept when text or pictures change; who may see it and what it is about is no part of that. An edit that
 * changes nothing leaves no trace.
 */
export async function editPost(
  { log, kinds, forms }: EditingDeps,
  tx: Tx,
  postId: Id,
  authorId: Id,
  editing: PostEditing,
): Promise<boolean> {
  const post = await lockPost(tx, postId, authorId);
  if (!post) throw notFound();
  const { kind, parentId, rootId } = post;
  // Read under the lock, so that an edit that has just ended is seen.
  const oldMediaIds = await listMediaIds(tx, postId);
  const mediaIds = editing.mediaIds ?? oldMediaIds;
  const visibility = editing.visibility ?? post.visibility;
  const hasMedia = mediaIds.length > 0;
  const written = await forms.write(tx, { kind, authorId, hasMedia }, editing.text ?? post.text);
  const words = editing.words ?? post.words;
  const { text, tags } = written;
  const textChanged = text !== post.text;
  const mediaChanged = mediaIds.join() !== oldMediaIds.join();
  const contentChanged = textChanged || mediaChanged;
  const topics = await topicsAfter(tx, kinds, post, editing.named);
  const topicsChanged = topics.join() !== post.topics.join();
  const isTouched = editing.isTouched === true || words !== post.words;
  if (!contentChanged && !topicsChanged && !isTouched && visibility === post.visibility) return false;

  if (mediaChanged) {
    const added = mediaIds.filter((id) => !oldMediaIds.includes(id));
    if (!(await holdOwnMedia(tx, authorId, added))) throw unknownMedia();
    await replaceMedia(tx, postId, mediaIds);
  }
  if (topicsChanged)
    await replaceTopics(tx, postId, topics).catch((error: unknown) => {
      throw isTopicGone(error) ? kinds.unknown(editing.named!) : error;
    });
  let html = post.html;
  if (textChanged) {
    const known = mentioned(written, await findHandles(tx, written.handles));
    html = written.html(known);
    await replaceMentions(tx, postId, [...known.values()]);
    if (parentId === null) await replaceTags(tx, postId, tags);
    await forms.of(kind)?.rewritten(tx, postId, written);
  }
  if (contentChanged) {
    const writtenAt = post.editedAt ?? post.createdAt;
    await insertEdit(tx, { postId, text: post.text, html: post.html, mediaIds: oldMediaIds, writtenAt });
  }
  const editedAt = contentChanged ? new Date() : post.editedAt;
  await updatePost(tx, postId, {
    text,
    words,
    html,
    tags: textChanged ? tags : post.tags,
    topics,
    visibility,
    editedAt,
  });
  log.publish(
    tx,
    events.postEdited({
      postId,
      kind,
      authorId,
      parentId,
      rootId,
      visibility,
      tags: textChanged ? tags : post.tags,
      topics,
      hidden: post.hiddenAt !== null,
      before: { tags: post.tags, topics: post.topics, visibility: post.visibility },
    }),
  );
  return true;
}

/** What the post is about afterwards: topics of spaces that the edit does not name stay. */
async function topicsAfter(
  tx: Tx,
  kinds: TopicKinds,
  post: { id: Id; authorId: Id; parentId: Id | null; topics: Id[] },
  named: NamedTopics = new Map(),
): Promise<Id[]> {
  if (named.size === 0) return post.topics;
  if (post.parentId !== null) throw kinds.notForComments(named);
  const others = (await listTopics(tx, post.topics)).filter(({ space }) => !named.has(space));
  return [...others.map(({ id }) => id), ...(await kinds.allow(tx, post.authorId, named, post.topics))];
}
