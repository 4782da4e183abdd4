import type { Db, Tx } from "../../platform/database/database.ts";
import type { Id, PostKind, Visibility } from "../../platform/database/tables.ts";
import type { LoggedEvent } from "../../platform/events/event-log.ts";
import { invalid } from "../../platform/http/problem.ts";
import { postCreated } from "./events.ts";
import { mentioned, type Written, writeText } from "./post-text.ts";
import { findHandles, holdOwnMedia, insertPost, type NewPostRow } from "./queries.ts";

export interface Draft {
  authorId: Id;
  /** A note unless it answers something or is given. */
  kind?: PostKind;
  /** As its author wrote it, or as the space has read it. */
  text: string | Written;
  /** What it is found by besides its text. */
  words?: string;
  mediaIds?: Id[];
  visibility?: Visibility;
  /** Topics that the author may put on it; see `TopicKinds.allow`. */
  topics?: Id[];
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

export type FindHandles = typeof findHandles;

/** A post that was just written, as it is kept. */
export interface WrittenPost extends NewPostRow {
  id: Id;
  createdAt: Date;
}

/**
 * Writes a post or a comment with its event, which is the caller's to announce, as it is to know whether the author may answer the parent.
 * Pictures need a transaction: they are held until it ends. `find` says who has the handles that the text names.
 */
export async function writePost(
  db: Db | Tx,
  draft: Draft,
  find: FindHandles = findHandles,
): Promise<{ value: WrittenPost; event: LoggedEvent }> {
  const { authorId, mediaIds = [], topics = [], visibility = "public", parent, words = "" } = draft;
  const written =
    typeof draft.text === "string" ? writeText(draft.text, { hasMedia: mediaIds.length > 0 }) : draft.text;
  const known = mentioned(written, await find(db, written.handles));
  if (!(await holdOwnMedia(db, authorId, mediaIds))) throw unknownMedia();
  const kind: PostKind = parent ? "comment" : (draft.kind ?? "note");
  const parentId = parent?.id ?? null;
  const rootId = parent ? (parent.rootId ?? parent.id) : null;
  const { text, tags } = written;
  const row = {
    kind,
    authorId,
    text,
    words,
    html: written.html(known),
    parentId,
    rootId,
    visibility,
    tags,
    topics,
    mediaIds,
    mentionIds: [...known.values()],
    at: draft.at,
  } satisfies NewPostRow;
  const facts = { kind, authorId, parentId, rootId, visibility, tags, topics, mentions: row.mentionIds };
  const { type, aggregatetype } = postCreated;
  const { told, ...made } = await insertPost(db, row, { type, aggregatetype, payload: facts });
  const event = { ...postCreated({ postId: made.id, ...facts }), ...told };
  return { value: { ...row, ...made }, event };
}
