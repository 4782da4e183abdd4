import type { Account, Reason } from "#lib/api/types.ts";
import { m } from "#lib/paraglide/messages.js";
import { asObject, topicHref } from "#lib/spaces/topics.ts";

/** Why a post is in somebody's home, or a group of posts of which this is one. */
export function reasonText({ tag, topic, follows }: Reason) {
  if (tag) return m.reason_tag({ tag });
  if (topic?.space === "projects") return m.project_reason({ title: topic.name });
  if (topic?.space === "films") return m.film_reason({ title: topic.name });
  if (topic) return m.reason_topic({ name: asObject(topic.name) });
  return follows ? m.reason_follows({ handle: `@${follows}` }) : m.reason_own();
}

/** Where the rest of a group is. */
export function reasonHref({ tag, topic }: Reason, author?: Account) {
  if (topic) return topicHref(topic);
  return tag ? `/tags/${encodeURIComponent(tag)}` : `/@${author?.handle ?? ""}`;
}
