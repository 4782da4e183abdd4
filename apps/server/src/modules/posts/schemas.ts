import { type Static, type TObject, type TProperties, type TSchema, Type } from "typebox";
import { ProblemBody } from "../../platform/http/problem.ts";
import { Choice, IdText, Nullable, Ref } from "../../platform/http/schemas.ts";
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
    viewer: Nullable(
      Type.Object({ liked: Type.Boolean(), bookmarked: Type.Boolean(), hidden: Type.Boolean() }),
    ),
    parentId: Nullable(Type.String()),
    rootId: Nullable(Type.String()),
    visibility: Choice("public", "followers"),
    createdAt: Type.String({ format: "date-time" }),
    editedAt: Nullable(Type.String({ format: "date-time" })),
  },
  { $id: "Post" },
);
export type Post = Static<typeof Post>;

const closed = { additionalProperties: false };
/** The rules count characters after normalisation; this only bounds what they look at. */
const Text = Type.String({
  maxLength: 20_000,
  description: "1 to 5,000 characters; may be empty with pictures.",
});
const MediaIds = Type.Array(IdText, { maxItems: 10, description: "Pictures of one's own, in their order." });
const Visibility = Choice("public", "followers");

export const NewPostBody = Type.Object(
  {
    text: Text,
    mediaIds: Type.Optional(MediaIds),
    visibility: Type.Optional(Visibility),
  },
  closed,
);
export type NewPostBody = Static<typeof NewPostBody>;

export const EditPostBody = Type.Object(
  { text: Type.Optional(Text), mediaIds: Type.Optional(MediaIds), visibility: Type.Optional(Visibility) },
  { ...closed, minProperties: 1 },
);

export const PostEdit = Type.Object({
  text: Type.String(),
  html: Type.String(),
  media: Type.Array(Ref(Media)),
  writtenAt: Type.String({ format: "date-time" }),
});

/** A schema of an object with the fields that spaces add. */
export function withFields<P extends TProperties>(
  schema: TObject<P>,
  fields: Record<string, TSchema>,
): TObject<P> {
  return { ...schema, properties: { ...schema.properties, ...fields } };
}

export const Liked = Type.Object({ liked: Type.Boolean(), count: Type.Integer() });
export const Bookmarked = Type.Object({ bookmarked: Type.Boolean(), count: Type.Integer() });

export const TagCount = Type.Object({ tag: Type.String(), count: Type.Integer() });
export const TagParams = Type.Object({ tag: Type.String({ minLength: 1, maxLength: 200 }) });

/** A refusal that does not follow from what a route declares otherwise. */
export const refused = (description: string) => ({
  description,
  content: { "application/problem+json": { schema: Ref(ProblemBody) } },
});

export const CreateHeaders = Type.Object({
  "idempotency-key": Type.Optional(
    Type.String({ description: "The same key with the same body answers the same result, for a day." }),
  ),
});
