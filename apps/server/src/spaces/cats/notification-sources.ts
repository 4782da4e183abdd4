import type { Id } from "../../platform/database/tables.ts";
import type { NotificationSource } from "../../modules/notifications/index.ts";
import { postEvents } from "../../modules/posts/index.ts";
import { acceptedActs, followActs, inviteActs, taggedActs } from "./act-queries.ts";
import {
  catFollowChanged,
  catInvitationEnded,
  catInvited,
  catPersonCame,
  catPersonLeft,
  catUntagged,
} from "./events.ts";
import { withParticle } from "./particles.ts";

const { postCreated, postEdited, postDeleted } = postEvents;
const ofCat = ({ subjectId }: { subjectId: Id }) => ({ topicId: subjectId });
const ofTwo = ({ accountId, actorId }: { accountId: Id; actorId: Id }) => [{ accountId, actorId }];

/** Somebody shows my cat on their post. */
const tagged: NotificationSource = {
  kinds: ["cat-tagged"],
  events: [postCreated.type, postEdited.type, postDeleted.type, catUntagged.type],
  touched(event) {
    const { postId, topics = [] } = event.payload as { postId: Id; topics?: Id[] };
    const before = postEdited.is(event) ? (event.payload.before.topics ?? []) : [];
    return catUntagged.is(event) || topics.length + before.length > 0 ? [{ postId }] : [];
  },
  acts: taggedActs,
  subject: ({ subjectId, postId }) => ({ topicId: subjectId, ...(postId !== null && { postId }) }),
  quietSeconds: 600,
  say: {
    ko: (_kind, people, _about, cat) => `${people}이 ${withParticle(cat, "이/가")} 나온 글을 올렸어요.`,
    en: (_kind, people, _about, cat) => `${people} showed ${cat} in a post.`,
  },
};

const followed: NotificationSource = {
  kinds: ["cat-follow"],
  events: [catFollowChanged.type],
  touched: (event) => (catFollowChanged.is(event) ? ofTwo(event.payload) : []),
  acts: followActs,
  subject: ofCat,
  quietSeconds: 600,
  say: {
    ko: (_kind, people, _about, cat) => `${people}이 ${withParticle(cat, "을/를")} 팔로우하기 시작했어요.`,
    en: (_kind, people, _about, cat) => `${people} followed ${cat}.`,
  },
};

const invited: NotificationSource = {
  kinds: ["cat-invite"],
  events: [catInvited.type, catInvitationEnded.type, catPersonLeft.type],
  touched(event) {
    const { accountId, actorId } = event.payload as { accountId: Id; actorId: Id | null };
    return actorId === null ? [] : ofTwo({ accountId, actorId });
  },
  acts: inviteActs,
  subject: ofCat,
  quietSeconds: 30,
  say: {
    ko: (_kind, people, _about, cat) => `${people}이 ${withParticle(cat, "을/를")} 함께 돌보자고 초대했어요.`,
    en: (_kind, people, _about, cat) => `${people} invited you to be one of ${cat}'s people.`,
  },
};

const accepted: NotificationSource = {
  kinds: ["cat-invite-accepted"],
  events: [catPersonCame.type, catPersonLeft.type],
  touched(event) {
    const { accountId, actorId } = event.payload as { accountId: Id; actorId: Id | null };
    return actorId === null ? [] : [{ accountId: actorId, actorId: accountId }];
  },
  acts: acceptedActs,
  subject: ofCat,
  quietSeconds: 30,
  say: {
    ko: (_kind, people, _about, cat) => `${people}이 초대를 받아들여 ${cat}의 집사가 되었어요.`,
    en: (_kind, people, _about, cat) => `${people} accepted, and is one of ${cat}'s people now.`,
  },
};

export const catNotifications: readonly NotificationSource[] = [tagged, followed, invited, accepted];
