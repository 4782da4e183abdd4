import type { Notification } from "#lib/api/types.ts";
import { m } from "#lib/paraglide/messages.js";
import type { IconName } from "#lib/ui/icon-names.ts";

type Look = { icon: IconName; says: (notification: Notification) => string };

const looks: Record<string, Look> = {
  like: {
    icon: "heart",
    says: ({ post }) => (post?.kind === "comment" ? m.notice_like_comment() : m.notice_like_post()),
  },
  comment: { icon: "comment", says: m.notice_comment },
  answer: { icon: "reply", says: m.notice_answer },
  mention: { icon: "at", says: m.notice_mention },
  follow: { icon: "person", says: m.notice_follow },
  "follow-request": { icon: "key", says: m.notice_follow_request },
  "follow-accepted": { icon: "check", says: m.notice_follow_accepted },
};

export const iconOf = ({ kind }: Notification): IconName => looks[kind]?.icon ?? "bell";

/** What follows on the first name: "님 외 3명이 내 글을 좋아해요." */
export function saying(notification: Notification) {
  const others = notification.count - 1;
  const people =
    others < 1 ? m.notice_one() : others === 1 ? m.notice_two() : m.notice_many({ count: others });
  const says = looks[notification.kind]?.says(notification) ?? m.notice_other();
  return [people, says].filter(Boolean).join(" ");
}

/** The page that shows what it is about. */
export function addressOf({ kind, actors, post, comment }: Notification) {
  const shown = comment ?? post;
  if (shown) return `/posts/${shown.id}`;
  if (kind === "follow-request") return "/people/requests";
  return actors[0] ? `/@${actors[0].handle}` : "/notifications";
}

/** The kinds that a page of notifications may be narrowed to, by the name in its address. */
export const choices = [
  { name: "all", kinds: undefined, label: m.notifications_all },
  { name: "mentions", kinds: "mention", label: m.notifications_mentions },
  { name: "comments", kinds: "comment,answer", label: m.notifications_comments },
  { name: "likes", kinds: "like", label: m.notifications_likes },
  { name: "people", kinds: "follow,follow-request,follow-accepted", label: m.notifications_people },
] as const;

export function choiceOf(search: Pick<URLSearchParams, "get">) {
  const name = search.get("show");
  return choices.find((choice) => choice.name === name) ?? choices[0];
}

/** The words of a kind's switch; what a space brings is named by its own page. */
export const kindLabels: Record<string, () => string> = {
  like: m.kind_like,
  comment: m.kind_comment,
  answer: m.kind_answer,
  mention: m.kind_mention,
  follow: m.kind_follow,
  "follow-request": m.kind_follow_request,
  "follow-accepted": m.kind_follow_accepted,
};
