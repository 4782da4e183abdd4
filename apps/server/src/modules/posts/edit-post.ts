import type { Id, Visibility } from "../../platform/database/tables.ts";
import type { EventLog } from "../../platform/events/event-log.ts";
import { notFound } from "../../platform/http/problem.ts";
import { unknownMedia } from "./create-post.ts";
import * as events from "./events.ts";
import { mentioned, writeText } from "./post-text.ts";
import {
  findHandles,
  holdOwnMedia,
  insertEdit,
  listMediaIds,
  lockPost,
  replaceMedia,
  replaceMentions,
  replaceTags,
  updatePost,
} from "./queries.ts";

export interface PostEditing {
  text?: string | undefined;
  mediaIds?: Id[] | undefined;
  visibility?: Visibility | undefined;
}

/**
 * Changes a post of one's own. What it said before is kept when text or pictures change; who may see it is no part of that. An edit that
 * changes nothing leaves no trace.
 */
export async function editPost(log: EventLog, postId: Id, authorId: Id, editing: PostEditing): Promise<void> {
  await log.commit(async (tx) => {
    const post = await lockPost(tx, postId, authorId);
    if (!post) throw notFound();
    const { kind, parentId, rootId } = post;
    // Read under the lock, so that an edit that has just ended is seen.
    const oldMediaIds = await listMediaIds(tx, postId);
    const mediaIds = editing.mediaIds ?? oldMediaIds;
    const visibility = editing.visibility ?? post.visibility;
    const written = writeText(editing.text ?? post.text, { hasMedia: mediaIds.length > 0 });
    const { text, tags } = written;
    const textChanged = text !== post.text;
    const mediaChanged = mediaIds.join() !== oldMediaIds.join();
    const contentChanged = textChanged || mediaChanged;
    if (!contentChanged && visibility === post.visibility) return;

    if (mediaChanged) {
      const added = mediaIds.filter((id) => !oldMediaIds.includes(id));
      if (!(await holdOwnMedia(tx, authorId, added))) throw unknownMedia();
      await replaceMedia(tx, postId, mediaIds);
    }
    let html = post.html;
    if (textChanged) {
      const known = mentioned(written, await findHandles(tx, written.handles));
      html = written.html(known);
      await replaceMentions(tx, postId, [...known.values()]);
      if (parentId === null) await replaceTags(tx, postId, tags);
    }
    if (contentChanged) {
      const writtenAt = post.editedAt ?? post.createdAt;
      await insertEdit(tx, { postId, text: post.text, html: post.html, mediaIds: oldMediaIds, writtenAt });
    }
    const editedAt = contentChanged ? new Date() : post.editedAt;
    await updatePost(tx, postId, { text, html, tags: textChanged ? tags : post.tags, visibility, editedAt });
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
        hidden: post.hiddenAt !== null,
        before: { tags: post.tags, visibility: post.visibility },
      }),
    );
  });
}
