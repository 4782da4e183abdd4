import type { Tx } from "../../platform/database/database.ts";
import type { Id, Visibility } from "../../platform/database/tables.ts";
import type { EventLog } from "../../platform/events/event-log.ts";
import { invalid } from "../../platform/http/problem.ts";
import * as events from "./events.ts";
import { mentioned, writeText } from "./post-text.ts";
import { findHandles, holdOwnMedia, insertPost, type NewPostRow } from "./queries.ts";

export interface Draft {
  authorId: Id;
  text: string;
  mediaIds?: Id[];
  visibility?: Visibility;
  /** What it answers, if it is a comment. */
  parent?: { id: Id; rootId: Id | null };
  /** When it was written; now unless given. */
  at?: Date;
}

export const unknownMedia = () =>
  invalid("mediaIds", "names a picture that is not yours or does not exist", "unknown-media");

/** The ids of pictures as a request names them. Throws a 422 for one that cannot be one. */
export function toMediaIds(texts: string[] | undefined): Id[] {
  const ids = (texts ?? []).map(Number);
  if (!ids.every(Number.isSafeInteger)) throw unknownMedia();
  if (new Set(ids).size < ids.length) throw invalid("mediaIds", "names a picture twice");
  return ids;
}

/** A post that was just written, as it is kept. */
export interface WrittenPost extends NewPostRow {
  id: Id;
  createdAt: Date;
}

/** Writes a post or a comment and announces it. Whether the author may answer the parent is the caller's to know. */
export async function writePost(log: EventLog, tx: Tx, draft: Draft): Promise<WrittenPost> {
  const { authorId, mediaIds = [], visibility = "public", parent } = draft;
  const written = writeText(draft.text, { hasMedia: mediaIds.length > 0 });
  const known = mentioned(written, await findHandles(tx, written.handles));
  if (!(await holdOwnMedia(tx, authorId, mediaIds))) throw unknownMedia();
  const kind = parent ? "comment" : "note";
  const parentId = parent?.id ?? null;
  const rootId = parent ? (parent.rootId ?? parent.id) : null;
  const mentions = [...known.values()];
  const { text, tags } = written;
  const row = {
    kind,
    authorId,
    text,
    html: written.html(known),
    parentId,
    rootId,
    visibility,
    tags,
    mediaIds,
    mentionIds: mentions,
    at: draft.at,
  } as const;
  const made = await insertPost(tx, row);
  const postId = made.id;
  log.publish(
    tx,
    events.postCreated({ postId, kind, authorId, parentId, rootId, visibility, tags, mentions }),
  );
  return { ...row, ...made };
}
