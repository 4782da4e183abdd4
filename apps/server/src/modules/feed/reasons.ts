import { type Static, Type } from "typebox";
import { type JsonBytes, textOf } from "../../platform/http/json-text.ts";
import { Ref } from "../../platform/http/schemas.ts";
import { hasId } from "../../platform/viewers/viewer-parts.ts";
import type { Relations } from "../people/index.ts";
import { Post, type TopicKind } from "../posts/index.ts";

export const Reason = Type.Object(
  {
    follows: Type.Optional(Type.String({ description: "The handle of the author, whom one follows." })),
    tag: Type.Optional(Type.String()),
    topic: Type.Optional(
      Type.Object(
        { space: Type.String(), id: Type.String(), name: Type.String() },
        { description: "What it is about, which one follows." },
      ),
    ),
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
  { accountId, following, tags, topics }: Pick<Relations, "accountId" | "following" | "tags" | "topics">,
  kinds: readonly Pick<TopicKind, "space" | "field">[],
): Reason | undefined {
  const authorId = Number(post.author.id);
  if (authorId === accountId) return { own: true };
  if (hasId(following, authorId)) return { follows: post.author.handle };
  const tag = post.tags.find((one) => tags.has(one));
  if (tag !== undefined) return { tag };
  for (const { space, field } of kinds) {
    const shown = (post as unknown as Record<string, { id: string; name: string }[]>)[field] ?? [];
    const topic = shown.find(({ id }) => hasId(topics, Number(id)));
    if (topic) return { topic: { space, id: topic.id, name: topic.name } };
  }
  return undefined;
}

/** The items of a home, each with its reason. */
export function withReasons(
  items: readonly JsonBytes[],
  relations: Relations,
  kinds: readonly TopicKind[],
): HomeItem[] {
  return items.map((item) => {
    const post: Post = JSON.parse(textOf(item));
    const reason = reasonFor(post, relations, kinds);
    return reason ? { ...post, reason } : post;
  });
}
