import type { Account, Post, Reason } from "#lib/api/types.ts";
import { m } from "#lib/paraglide/messages.js";
import { asObject, topicHref } from "#lib/spaces/topics.ts";

/** What a topic is called; the posts about it know where the reason does not. */
export function topicName({ topic }: Reason, post: Pick<Post, "projects"> | undefined): string {
  const named: string | undefined = topic?.name;
  return named ?? post?.projects?.find(({ id }) => id === topic?.id)?.title ?? "";
}

/** Why a post is in somebody's home, or a group of posts of which this is one. */
export function reasonText(reason: Reason, post?: Pick<Post, "projects">) {
  const { tag, topic, follows } = reason;
  if (tag) return m.reason_tag({ tag });
  if (topic?.space === "projects") return m.project_reason({ title: topicName(reason, post) });
  if (topic) return m.reason_topic({ name: asObject(topic.name) });
  return follows ? m.reason_follows({ handle: `@${follows}` }) : m.reason_own();
}

/** Where the rest of a group is. */
export function reasonHref({ tag, topic }: Reason, author?: Account) {
  if (topic) return topicHref(topic);
  return tag ? `/tags/${encodeURIComponent(tag)}` : `/@${author?.handle ?? ""}`;
}
