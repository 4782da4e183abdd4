import { type Static, Type } from "typebox";
import { Choice, Nullable, Ref } from "../../platform/http/schemas.ts";
import { Media } from "../../platform/media/media-schema.ts";
import { Account } from "../people/index.ts";

export const Post = Type.Object(
  {
    id: Type.String(),
    kind: Choice("note", "comment", "project", "review"),
    author: Ref(Account),
    text: Type.String(),
    html: Type.String({ description: "The text as safe HTML: links, hashtags and mentions made clickable." }),
    tags: Type.Array(Type.String()),
    media: Type.Array(Ref(Media)),
    counts: Type.Object({
      likes: Type.Integer(),
      comments: Type.Integer({ description: "Direct answers that are not hidden." }),
      bookmarks: Type.Integer(),
      views: Type.Integer(),
    }),
    viewer: Nullable(Type.Object({ liked: Type.Boolean(), bookmarked: Type.Boolean(), hidden: Type.Boolean() })),
    parentId: Nullable(Type.String()),
    rootId: Nullable(Type.String()),
    cats: Type.Array(Type.Unsafe<never>({})),
    visibility: Choice("public", "followers"),
    createdAt: Type.String({ format: "date-time" }),
    editedAt: Nullable(Type.String({ format: "date-time" })),
  },
  { $id: "Post" },
);
export type Post = Static<typeof Post>;
