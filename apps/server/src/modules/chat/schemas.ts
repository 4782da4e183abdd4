import { type Static, Type } from "typebox";
import { Choice, HandleText, IdText, Nullable, PageQuery, Ref } from "../../platform/http/schemas.ts";
import { Media } from "../../platform/media/media-schema.ts";
import { reportFields } from "../moderation/index.ts";
import { Account } from "../people/index.ts";

/** Characters, pictures and people at the most. */
export const limits = { text: 4_000, pictures: 4, people: 20, whilePending: 5, reactions: 3, chats: 5_000 };

const closed = { additionalProperties: false };
const time = Type.String({ format: "date-time" });
const Seq = Type.Integer({ minimum: 1, maximum: 2_147_483_647 });
const NullableId = Nullable(Type.String());

export const Message = Type.Object(
  {
    chatId: Type.String(),
    id: Type.String(),
    seq: Type.Integer({ description: "Its number in the chat: 1, 2, 3 … without a gap." }),
    revision: Nullable(
      Type.Integer({ description: "Of the last change since it was sent; grows within a chat." }),
    ),
    clientId: Type.String(),
    author: Nullable(Ref(Account)),
    text: Type.String(),
    media: Type.Array(Ref(Media)),
    replyTo: Nullable(
      Type.Object({
        seq: Type.Integer(),
        authorId: NullableId,
        text: Type.String({ description: "The first 140 characters." }),
        hasMedia: Type.Boolean(),
        isDeleted: Type.Boolean(),
      }),
    ),
    reactions: Type.Array(Type.Object({ emoji: Type.String(), accountIds: Type.Array(Type.String()) })),
    link: Nullable(
      Type.Object({
        url: Type.String(),
        title: Type.String(),
        description: Type.String(),
        siteName: Type.String(),
      }),
    ),
    createdAt: time,
    editedAt: Nullable(time),
    deletedAt: Nullable(time),
  },
  {
    $id: "Message",
    description:
      "A deleted one has kept its number and nothing else. The author's `relationship` is null here; there is no author when the account is gone.",
  },
);
export type Message = Static<typeof Message>;

export const Notice = Type.Object({
  id: Type.String(),
  afterSeq: Type.Integer({ description: "It happened after this message." }),
  kind: Choice("asked", "accepted", "declined", "stopped", "reopened", "joined", "left", "renamed"),
  actor: Nullable(Ref(Account)),
  target: Nullable(Ref(Account)),
  name: Nullable(Type.String()),
  at: time,
});
export type Notice = Static<typeof Notice>;

export const Chat = Type.Object(
  {
    id: Type.String(),
    kind: Choice("direct", "coffee", "group"),
    status: Choice("pending", "running", "declined", "stopped"),
    name: Nullable(Type.String({ description: "Of a group." })),
    people: Type.Array(Ref(Account), { description: "Who is in it, oneself last." }),
    project: Nullable(
      Type.Object(
        { id: Type.String(), title: Type.String() },
        { description: "What a coffee chat is about, for those who may see it." },
      ),
    ),
    askedBy: NullableId,
    statusBy: NullableId,
    statusAt: time,
    canWrite: Type.Boolean(),
    unread: Type.Integer({
      description: "Messages of others that one has not read; 100 means 100 or more.",
    }),
    readSeq: Type.Integer(),
    lastSeq: Type.Integer(),
    revision: Type.Integer(),
    muted: Type.Boolean({ description: "Nothing of it is pushed." }),
    reads: Type.Array(Type.Object({ accountId: Type.String(), seq: Type.Integer() })),
    online: Type.Array(Type.String(), { description: "Those of the others who have the site open now." }),
    lastMessage: Nullable(Ref(Message)),
    createdAt: time,
    notices: Type.Optional(
      Type.Array(Notice, { description: "What happened besides messages: the last 50, oldest first." }),
    ),
  },
  { $id: "Chat" },
);
export type Chat = Static<typeof Chat>;

const ClientId = Type.String({
  pattern: "^[A-Za-z0-9_.:-]{1,64}$",
  description: "What whoever sends it calls it: sent again it is the same message.",
});
const Text = Type.String({ maxLength: 8_000 });
const first = { text: Type.Optional(Text), clientId: Type.Optional(ClientId) };

export const NewChatBody = Type.Object(
  {
    with: Type.Optional(HandleText),
    kind: Type.Optional(Choice("direct", "coffee")),
    projectId: Type.Optional(IdText),
    people: Type.Optional(Type.Array(HandleText, { minItems: 2, maxItems: limits.people - 1 })),
    name: Type.Optional(Type.String({ maxLength: 200 })),
    ...first,
  },
  {
    ...closed,
    description:
      "With one person (`with`), about a project or not; or a group (`people`). Without kind and project it is direct where the other's settings let one, else a coffee chat.",
  },
);
export type NewChatBody = Static<typeof NewChatBody>;

export const ChatsQuery = Type.Object(
  {
    filter: Type.Optional(Choice("all", "coffee", "requests")),
    with: Type.Optional(HandleText),
    projectId: Type.Optional(IdText),
    ...PageQuery,
  },
  { ...closed, description: "`with`: chats of two with that person; `projectId`: about that project." },
);
export const ChatBody = Type.Object(
  { name: Type.Optional(Type.String({ maxLength: 200 })), muted: Type.Optional(Type.Boolean()) },
  closed,
);
export const StatusBody = Type.Object({ status: Choice("running", "stopped", "declined") }, closed);
export const ReadBody = Type.Object({ seq: Type.Integer({ minimum: 0, maximum: 2_147_483_647 }) }, closed);
export const Read = Type.Object({ readSeq: Type.Integer(), unread: Type.Integer() }, { $id: "ChatRead" });
export const UnreadChats = Type.Object(
  {
    chats: Type.Integer({
      description: "In which there is something new; 100 means 100 or more.",
    }),
    requests: Type.Integer({ description: "That wait for one's answer." }),
  },
  { $id: "UnreadChats" },
);

export const NewMessageBody = Type.Object(
  {
    text: Type.Optional(Text),
    mediaIds: Type.Optional(Type.Array(IdText, { maxItems: limits.pictures })),
    clientId: ClientId,
    replyTo: Type.Optional(Seq),
  },
  closed,
);
export type NewMessageBody = Static<typeof NewMessageBody>;

/** What a page sends over its socket. */
export const SocketMessage = Type.Object({ chatId: IdText, ...NewMessageBody.properties }, closed);
export const SocketTyping = Type.Object({ chatId: IdText }, closed);
export const SocketRead = Type.Object({ chatId: IdText, ...ReadBody.properties }, closed);

const before = Type.Optional(Type.Integer({ minimum: 1, maximum: 2_147_483_647 }));
const after = Type.Optional(Type.Integer({ minimum: 0, maximum: 2_147_483_647 }));
export const MessagesQuery = Type.Object(
  {
    limit: PageQuery.limit,
    before,
    after,
    changedAfter: after,
  },
  { ...closed, description: "One of `before`, `after`, `changedAfter`, or none: the newest." },
);
export type MessagesQuery = Static<typeof MessagesQuery>;
export const Messages = Type.Object({ items: Type.Array(Ref(Message)) });

export const EditMessageBody = Type.Object({ text: Text }, closed);
export const SeqParams = Type.Object({ id: IdText, seq: Type.String({ pattern: "^[1-9][0-9]{0,8}$" }) });
export const EmojiParams = Type.Object({
  ...SeqParams.properties,
  emoji: Type.String({ minLength: 1, maxLength: 200 }),
});

export const SearchQuery = Type.Object(
  { q: Type.String({ minLength: 1, maxLength: 200 }), chatId: Type.Optional(IdText), ...PageQuery },
  closed,
);
export const FoundMessage = Type.Object(
  {
    message: Ref(Message),
    chat: Type.Object({
      id: Type.String(),
      kind: Choice("direct", "coffee", "group"),
      name: Nullable(Type.String()),
      people: Type.Array(Ref(Account)),
    }),
  },
  { $id: "FoundMessage" },
);

export const PersonBody = Type.Object({ handle: HandleText }, closed);
export const PersonParams = Type.Object({ id: IdText, handle: HandleText });
export const ReportBody = Type.Object(
  {
    ...reportFields,
    seq: Type.Optional(Seq),
  },
  closed,
);
