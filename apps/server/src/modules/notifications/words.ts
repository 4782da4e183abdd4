import { titleIn } from "../posts/index.ts";
import type { Locale, NotificationSource } from "./sources.ts";

/** A notification as the API shows it, as far as words need it. */
export interface Shown {
  id: string;
  kind: string;
  actors: { handle: string; displayName: string }[];
  count: number;
  post?: { id: string; kind: string; text: string };
  comment?: { id: string; text: string };
  topic?: { space: string; id: string; name: string };
  chat?: { id: string };
  decision?: { id: string };
}

const longest = 120;

function peopleOf({ actors, count }: Shown, locale: Locale): string {
  const name = actors[0]?.displayName ?? "";
  const others = count - 1;
  if (locale === "en")
    return others === 0 ? name : `${name} and ${others} ${others === 1 ? "other" : "others"}`;
  return others === 0 ? `${name} 님` : `${name} 님 외 ${others}명`;
}

/** What happened, in one sentence. */
export function sentenceOf(shown: Shown, sources: readonly NotificationSource[], locale: Locale): string {
  const source = sources.find(({ kinds }) => kinds.includes(shown.kind));
  const about = shown.post?.kind === "comment" ? "comment" : "post";
  return source?.say[locale](shown.kind, peopleOf(shown, locale), about, shown.topic?.name ?? "") ?? "";
}

/** The title or the beginning of what it is about, in one line; empty when there is nothing to read. */
export function snippetOf({ post, comment }: Shown): string {
  const title = !comment && post && titleIn(post);
  const text = (title || (comment ?? post)?.text)?.replace(/\s+/g, " ").trim() ?? "";
  const letters = [...text];
  return letters.length <= longest ? text : `${letters.slice(0, longest - 1).join("")}…`;
}

/** The page that shows it. */
export function pathOf({ kind, actors, post, comment, topic, chat, decision }: Shown): string {
  const shown = comment ?? post;
  if (shown) return `/posts/${shown.id}`;
  if (topic) return `/${topic.space}/${topic.id}`;
  if (chat) return `/chat/${chat.id}`;
  if (decision) return "/settings/moderation";
  if (kind === "follow-request") return "/people/requests";
  return actors.length === 1 ? `/@${actors[0]!.handle}` : "/notifications";
}
