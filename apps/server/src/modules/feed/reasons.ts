import { type Static, Type } from "typebox";
import { type JsonBytes, textOf } from "../../platform/http/json-text.ts";
import { Ref } from "../../platform/http/schemas.ts";
import { hasId } from "../../platform/viewers/viewer-parts.ts";
import type { Relations } from "../people/index.ts";
import { Post } from "../posts/index.ts";

export const Reason = Type.Object(
  {
    follows: Type.Optional(Type.String({ description: "The handle of the author, whom one follows." })),
    tag: Type.Optional(Type.String()),
    own: Type.Optional(Type.Boolean()),
  },
  { $id: "FeedReason", description: "Why a post is in one's home: exactly one of these." },
);
export type Reason = Static<typeof Reason>;

export const HomeItem = Type.Intersect([Ref(Post), Type.Object({ reason: Type.Optional(Ref(Reason)) })], {
  $id: "HomeItem",
  description: "A post; with the reason where it was asked for.",
});
export type HomeItem = Post & { reason?: Reason };

/** Why a post is in somebody's home; undefined when what they follow has changed since the home was read. */
export function reasonFor(
  post: Pick<Post, "author" | "tags">,
  { accountId, following, tags }: Pick<Relations, "accountId" | "following" | "tags">,
): Reason | undefined {
  const authorId = Number(post.author.id);
  if (authorId === accountId) return { own: true };
  if (hasId(following, authorId)) return { follows: post.author.handle };
  const tag = post.tags.find((one) => tags.has(one));
  return tag === undefined ? undefined : { tag };
}

/** The items of a home, each with its reason. */
export function withReasons(items: readonly JsonBytes[], relations: Relations): HomeItem[] {
  return items.map((item) => {
    const post: Post = JSON.parse(textOf(item));
    const reason = reasonFor(post, relations);
    return reason ? { ...post, reason } : post;
  });
}
