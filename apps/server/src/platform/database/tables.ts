import type { ColumnType, Generated, JSONColumnType } from "kysely";

/** An id inside the program; it leaves it as a string. */
export type Id = number;

type Defaulted<T> = ColumnType<T, T | undefined, T>;
type Created = ColumnType<Date, Date | undefined, Date>;
/** Written as JSON text, read as the object. */
type Json<T> = ColumnType<T, string, string>;

export interface MediaVariant {
  url: string;
  width: number;
  height: number;
  type: "image/avif" | "image/webp" | "image/jpeg";
}

export interface ProfileLink {
  label: string;
  url: string;
}

export interface AccountSettings {
  locale?: "ko" | "en";
  theme?: "light" | "dark" | "system";
  /** Single-key shortcuts in the web app. */
  shortcuts?: boolean;
  /** Who may begin a chat with the person without asking; "following", those whom the person follows, unless set. */
  directChats?: "everyone" | "following" | "nobody";
}

interface EventTable {
  id: Generated<Id>;
  xid: Generated<string>;
  at: Created;
  aggregatetype: string;
  aggregateid: string;
  type: string;
  payload: JSONColumnType<Record<string, unknown>>;
}

interface Pair {
  id: Generated<Id>;
}

export interface Tables {
  secret: { name: string; value: Buffer };
  event: EventTable;
  consumerPosition: {
    consumer: string;
    xid: string;
    id: Id;
    at: Created;
    since: string;
    updatedAt: Created;
  };
  eventDead: {
    consumer: string;
    eventId: Id;
    xid: string;
    at: Date;
    aggregatetype: string;
    aggregateid: string;
    type: string;
    payload: JSONColumnType<Record<string, unknown>>;
    error: string;
    attempts: number;
    setAsideAt: Created;
  };
  eventRelay: { broker: string; xid: string; id: Id; at: Created; updatedAt: Created };
  eventHorizon: { onlyRow: Generated<boolean>; xid: string };
  media: {
    id: Generated<Id>;
    ownerId: Id;
    hash: string;
    width: number;
    height: number;
    bytes: number;
    placeholder: string;
    variants: Json<MediaVariant[]>;
    alt: Defaulted<string>;
    createdAt: Created;
  };
  account: {
    id: Generated<Id>;
    handle: string;
    displayName: string;
    bio: Defaulted<string>;
    links: ColumnType<ProfileLink[], string | undefined, string>;
    avatarId: Defaulted<Id | null>;
    headerId: Defaulted<Id | null>;
    isPrivate: Defaulted<boolean>;
    role: Defaulted<Role>;
    standing: Defaulted<Standing>;
    standingUntil: Defaulted<Date | null>;
    isClosed: ColumnType<boolean, never, never>;
    createdAt: Created;
  };
  credential: {
    accountId: Id;
    email: string;
    passwordHash: string;
    settings: ColumnType<AccountSettings, string | undefined, string>;
  };
  session: {
    id: Generated<Id>;
    accountId: Id;
    tokenHash: Buffer;
    userAgent: Defaulted<string>;
    ip: Defaulted<string>;
    createdAt: Created;
    lastSeenAt: Created;
    expiresAt: Date;
  };
  passwordReset: { tokenHash: Buffer; accountId: Id; expiresAt: Date; usedAt: Defaulted<Date | null> };
  idempotencyKey: {
    accountId: Id;
    key: string;
    requestHash: Buffer;
    status: Defaulted<number | null>;
    body: ColumnType<unknown, string | null | undefined, string | null>;
    createdAt: Created;
  };
  follow: Pair & { followerId: Id; followeeId: Id; accepted: Defaulted<boolean> };
  followRequest: Pair & { followerId: Id; followeeId: Id };
  block: Pair & { blockerId: Id; blockedId: Id };
  mute: Pair & { muterId: Id; mutedId: Id };
  tagFollow: Pair & { accountId: Id; tag: string };
  post: {
    id: Generated<Id>;
    kind: PostKind;
    authorId: Id;
    text: string;
    words: Defaulted<string>;
    html: string;
    parentId: Defaulted<Id | null>;
    rootId: Defaulted<Id | null>;
    visibility: Defaulted<Visibility>;
    tags: Defaulted<string[]>;
    topics: Defaulted<Id[]>;
    hiddenAt: Defaulted<Date | null>;
    withheldAt: Defaulted<Date | null>;
    editedAt: Defaulted<Date | null>;
    createdAt: Created;
  };
  postMedia: { postId: Id; position: number; mediaId: Id };
  postTag: { tag: string; postId: Id };
  postTopic: { topicId: Id; postId: Id };
  postMention: { postId: Id; accountId: Id };
  postEdit: {
    id: Generated<Id>;
    postId: Id;
    text: string;
    html: string;
    mediaIds: Defaulted<Id[]>;
    writtenAt: Date;
  };
  postLike: Pair & { accountId: Id; postId: Id };
  bookmark: Pair & { accountId: Id; postId: Id };
  postView: { postId: Id; viewer: string; day: Generated<string> };
  postStats: {
    postId: Id;
    likes: Defaulted<number>;
    comments: Defaulted<number>;
    bookmarks: Defaulted<number>;
    views: Defaulted<number>;
  };
  authorStats: { accountId: Id; posts: Defaulted<number> };
  accountStats: { accountId: Id; followers: Defaulted<number>; following: Defaulted<number> };
  searchSegment: { number: number; firstId: Id; posts: Defaulted<number> };
  searchPost: { postId: Id; authorId: Id; segment: number; restricted: boolean; tokens: number[] };
  searchAccount: { accountId: Id; name: string; tokens: number[] };
  searchTopic: { topicId: Id; space: string; name: string; tokens: number[] };
  searchTag: { tag: string; name: string; tokens: number[] };
  notificationAct: {
    accountId: Id;
    kind: string;
    subjectId: Id;
    actId: Id;
    actorId: Id | null;
    postId: Id | null;
  };
  notification: {
    accountId: Id;
    kind: string;
    subjectId: Id;
    lastId: Id;
    readId: Defaulted<Id>;
    readAt: Defaulted<Date | null>;
    pushAt: Defaulted<Date | null>;
    pushedAt: Defaulted<Date | null>;
  };
  notificationSettings: {
    accountId: Id;
    off: Defaulted<string[]>;
    digest: Defaulted<boolean>;
    digestAt: Created;
    digestId: Defaulted<Id>;
  };
  pushSubscription: {
    id: Generated<Id>;
    accountId: Id;
    sessionId: Id;
    endpoint: string;
    p256dh: string;
    auth: string;
    createdAt: Created;
  };
  pushMessage: {
    id: Generated<Id>;
    subscriptionId: Id;
    payload: Json<object>;
    topic: string;
    attempts: Defaulted<number>;
    dueAt: Created;
    expiresAt: Date;
  };
  lastRead: { accountId: Id; postId: Id; at: Created };
  topic: { id: Generated<Id>; space: string };
  topicFollow: Pair & { accountId: Id; topicId: Id };
  topicStats: {
    topicId: Id;
    posts: Defaulted<number>;
    pictures: Defaulted<number>;
    followers: Defaulted<number>;
  };
  tagStats: { tag: string; posts: Defaulted<number>; heat: Defaulted<number>; heatAt: Created };
}

/** What somebody may do beside what every member may; see `ranks` in platform/identity/roles.ts. */
export type Role = "member" | "moderator" | "admin" | "owner";
/** `limited`: their posts are for followers only. `suspended`: to others they are not there, and they cannot sign in. */
export type Standing = "good" | "limited" | "suspended";
export type PostKind = "note" | "comment" | "project" | "review";
export type Visibility = "public" | "followers";
