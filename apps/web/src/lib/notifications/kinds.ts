import type { Instance, Notification } from "#lib/api/types.ts";
import { asObject, topicHref } from "#lib/spaces/topics.ts";
import { postHref } from "#lib/post/href.ts";
import { m } from "#lib/paraglide/messages.js";
import type { IconName } from "#lib/ui/icon-names.ts";

type Look = { icon: IconName; says: (notification: Notification) => string };

const looks: Record<string, Look> = {
  like: {
    icon: "heart",
    says: ({ post }) => {
      if (post?.kind === "project") return m.project_notice_like();
      if (post?.kind === "review") return m.film_notice_like();
      return post?.kind === "comment" ? m.notice_like_comment() : m.notice_like_post();
    },
  },
  comment: {
    icon: "comment",
    says: ({ post }) => {
      if (post?.kind === "project") return m.project_notice_comment();
      return post?.kind === "review" ? m.film_notice_comment() : m.notice_comment();
    },
  },
  answer: { icon: "reply", says: m.notice_answer },
  mention: { icon: "at", says: m.notice_mention },
  follow: { icon: "person", says: m.notice_follow },
  "follow-request": { icon: "key", says: m.notice_follow_request },
  "follow-accepted": { icon: "check", says: m.notice_follow_accepted },
  "chat-request": { icon: "cup", says: m.notice_chat_request },
  "chat-accepted": { icon: "check", says: m.notice_chat_accepted },
  "cat-tagged": { icon: "cat", says: (it) => m.notice_cat_tagged(topicName(it)) },
  "cat-follow": { icon: "heart", says: (it) => m.notice_cat_follow(topicName(it)) },
  "cat-invite": { icon: "people", says: (it) => m.notice_cat_invite(topicName(it)) },
  "cat-invite-accepted": { icon: "check", says: (it) => m.notice_cat_invite_accepted(topicName(it)) },
};

/** What happens to oneself, which no other person has done: the sentence says it alone. */
const news: Record<string, { icon: IconName; says: (notification: Notification) => string; href: string }> = {
  moderation: { icon: "shield", says: decisionWords, href: "/settings/moderation" },
  appeal: {
    icon: "shield",
    says: ({ decision }) =>
      decision?.outcome === "granted" ? m.notice_appeal_granted() : m.notice_appeal_refused(),
    href: "/settings/moderation",
  },
  "film-promotion": { icon: "ticket", says: m.notice_film_promotion, href: "/films/rank" },
  "film-promoted": { icon: "ticket", says: m.notice_film_promoted, href: "/films/rank" },
  "film-promotion-lost": { icon: "ticket", says: m.notice_film_promotion_lost, href: "/films/rank" },
  "film-demotion": { icon: "ticket", says: m.notice_film_demotion, href: "/films/rank" },
  "film-kept": { icon: "ticket", says: m.notice_film_kept, href: "/films/rank" },
  "film-demoted": { icon: "ticket", says: m.notice_film_demoted, href: "/films/rank" },
};

function decisionWords({ decision }: Notification) {
  const words: Record<string, () => string> = {
    hide: m.notice_moderation_hide,
    limit: m.notice_moderation_limit,
    suspend: m.notice_moderation_suspend,
  };
  return (words[decision?.action ?? ""] ?? m.notice_moderation_warn)();
}

/** What it is about may be gone by now, or not for this person any more. */
const topicName = ({ topic }: Notification) => ({ name: asObject(topic?.name ?? m.notice_cat_some()) });

export const iconOf = ({ kind }: Notification): IconName => (news[kind] ?? looks[kind])?.icon ?? "bell";

/** Whose doing it is; nobody's where it happens to oneself. */
export const actorOf = ({ kind, actors }: Notification) =>
  news[kind] ? undefined : (actors[0]?.displayName ?? m.notice_somebody());

/** What follows on the first name: "님 외 3명이 내 글을 좋아해요." */
export function saying(notification: Notification) {
  const alone = news[notification.kind];
  if (alone) return alone.says(notification);
  const others = notification.count - 1;
  const people =
    others < 1 ? m.notice_one() : others === 1 ? m.notice_two() : m.notice_many({ count: others });
  const says = looks[notification.kind]?.says(notification) ?? m.notice_other();
  return [people, says].filter(Boolean).join(" ");
}

/** The page that shows what it is about. */
export function addressOf({ kind, actors, post, comment, topic, chat }: Notification) {
  const alone = news[kind];
  if (alone) return alone.href;
  if (chat) return `/chat/${chat.id}`;
  const shown = comment ?? post;
  if (shown) return postHref(shown);
  if (topic) return topicHref(topic);
  if (kind === "follow-request") return "/people/requests";
  return actors[0] ? `/@${actors[0].handle}` : "/notifications";
}

/** The kinds that a page of notifications may be narrowed to, by the name in its address. */
const choices = [
  { name: "all", kinds: undefined, space: undefined, label: m.notifications_all },
  { name: "mentions", kinds: "mention", space: undefined, label: m.notifications_mentions },
  { name: "comments", kinds: "comment,answer", space: undefined, label: m.notifications_comments },
  { name: "likes", kinds: "like", space: undefined, label: m.notifications_likes },
  {
    name: "people",
    kinds: "follow,follow-request,follow-accepted,chat-request,chat-accepted",
    space: undefined,
    label: m.notifications_people,
  },
  {
    name: "cats",
    kinds: "cat-tagged,cat-follow,cat-invite,cat-invite-accepted",
    space: "cats",
    label: m.notifications_cats,
  },
  {
    name: "films",
    kinds: "film-promotion,film-promoted,film-promotion-lost,film-demotion,film-kept,film-demoted",
    space: "films",
    label: m.notifications_films,
  },
] as const;

export function choicesOf({ spaces }: Pick<Instance, "spaces">) {
  return choices.filter(({ space }) => !space || spaces.includes(space));
}

export function choiceOf(search: Pick<URLSearchParams, "get">, site: Pick<Instance, "spaces">) {
  const name = search.get("show");
  return choicesOf(site).find((choice) => choice.name === name) ?? choices[0];
}

/** The words of a kind's switch. */
export const kindLabels: Record<string, () => string> = {
  like: m.kind_like,
  comment: m.kind_comment,
  answer: m.kind_answer,
  mention: m.kind_mention,
  follow: m.kind_follow,
  "follow-request": m.kind_follow_request,
  "follow-accepted": m.kind_follow_accepted,
  "chat-request": m.kind_chat_request,
  "chat-accepted": m.kind_chat_accepted,
  "cat-tagged": m.kind_cat_tagged,
  "cat-follow": m.kind_cat_follow,
  "cat-invite": m.kind_cat_invite,
  "cat-invite-accepted": m.kind_cat_invite_accepted,
  moderation: m.kind_moderation,
  appeal: m.kind_appeal,
  "film-promotion": m.kind_film_promotion,
  "film-promoted": m.kind_film_promoted,
  "film-promotion-lost": m.kind_film_promotion_lost,
  "film-demotion": m.kind_film_demotion,
  "film-kept": m.kind_film_kept,
  "film-demoted": m.kind_film_demoted,
};
