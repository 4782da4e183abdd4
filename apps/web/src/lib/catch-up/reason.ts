import type { Schemas } from "@maru/api-client";
import type { Account } from "#lib/api/types.ts";
import { m } from "#lib/paraglide/messages.js";

type Reason = Schemas["FeedReason"];

export function reasonText({ tag, follows }: Reason) {
  if (tag) return m.reason_tag({ tag });
  return follows ? m.reason_follows({ handle: `@${follows}` }) : m.reason_own();
}

/** Where the rest of a group is. */
export function reasonHref({ tag }: Reason, author: Account | undefined) {
  return tag ? `/tags/${encodeURIComponent(tag)}` : `/@${author?.handle ?? ""}`;
}
