import { invalid } from "../../platform/http/problem.ts";

/** Names that are addresses of the site, or that speak for it. */
const reserved = new Set(
  `about abuse account accounts admin administrator all anonymous api app atom blocks bookmarks cats chat chats contact current docs
  drafts everyone explore feed feeds films follow follow_requests help home hostmaster info instance login logout maru me media moderator
  moderators mutes new news noreply no_reply null oembed official onboarding people postmaster posts privacy projects register
  requests reset robots root rss search security sessions settings sign_in sign_out sign_up signin signout signup site socket spaces staff
  static stats status suggested support system tag tags terms trending undefined user users webmaster www you`.split(
    /\s+/,
  ),
);

/** The handle as it is kept. Its letters were checked by the schema. */
export function toHandle(text: string): string {
  const handle = text.toLowerCase();
  if (reserved.has(handle) || /^_+$/.test(handle))
    throw invalid("handle", "is kept for the site itself", "handle-reserved");
  return handle;
}
