import type { Db, Tx } from "../../../platform/database/database.ts";
import type { Id } from "../../../platform/database/tables.ts";
import { type Written, normaliseText } from "../../../modules/posts/index.ts";
import { findOwnPictures } from "../project-queries.ts";
import { readMarkdown } from "./markdown.ts";

const mostCharacters = 20_000;

/** What a maker has written, with the pictures of their own that it shows. */
export interface WrittenProject extends Written {
  pictureIds: Id[];
}

/** The text of a project, ready to be kept. Throws a 422 for what it cannot be. */
export async function writeProjectText(db: Db | Tx, authorId: Id, raw: string): Promise<WrittenProject> {
  const text = normaliseText(raw, { most: mostCharacters, mayBeEmpty: false });
  const { tags, handles, pictures: hashes, html } = readMarkdown(text);
  const pictures = await findOwnPictures(db, authorId, hashes);
  return {
    text,
    tags,
    handles,
    html: (known) => html(known, pictures),
    pictureIds: [...pictures.values()].map(({ id }) => id),
  };
}

/** As a text will be shown. People are not looked up: a name that is nobody's looks as one that is somebody's. */
export async function previewText(db: Db, authorId: Id, raw: string): Promise<string> {
  if (raw.trim() === "") return "";
  const written = await writeProjectText(db, authorId, raw);
  return written.html(new Map(written.handles.map((handle) => [handle, true])));
}
