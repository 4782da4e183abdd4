import { type Static, Type } from "typebox";
import { IdText, Nullable, Ref } from "../../platform/http/schemas.ts";
import { Account } from "../people/index.ts";
import { Post } from "../posts/index.ts";

/** What moderators have decided about the one who is told. */
export const ShownDecision = Type.Object({
  id: Type.String(),
  action: Type.String({ description: "warn, hide, limit or suspend." }),
  reason: Type.String(),
  until: Nullable(Type.String({ format: "date-time" })),
  outcome: Type.String({ description: "Of an appeal: open, granted or refused." }),
  answer: Type.String(),
});
export type ShownDecision = Static<typeof ShownDecision>;

export const Notification = Type.Object(
  {
    id: Type.String({
      description: "Where it stands in the list; another when something new has come into it.",
    }),
    kind: Type.String({
      description:
        "like, comment (on a post of mine), answer (to a comment of mine), mention, follow, follow-request, follow-accepted, chat-request (for a coffee chat), chat-accepted, moderation (something was decided about me), appeal (mine was answered); spaces have more.",
    }),
    actors: Type.Array(Ref(Account), { description: "The newest few people, newest first." }),
    count: Type.Integer({ description: "How many people." }),
    post: Type.Optional(Ref(Post)),
    comment: Type.Optional(Ref(Post)),
    topic: Type.Optional(
      Type.Object(
        { space: Type.String(), id: Type.String(), name: Type.String() },
        { description: "What it is about, such as a cat." },
      ),
    ),
    chat: Type.Optional(Type.Object({ id: Type.String() })),
    decision: Type.Optional(ShownDecision),
    createdAt: Type.String({ format: "date-time" }),
    readAt: Nullable(Type.String({ format: "date-time" })),
  },
  {
    $id: "Notification",
    description:
      "What people did, together by kind and post. `post` is the one that it is about, `comment` the newest answer.",
  },
);

export const Unread = Type.Object(
  { unread: Type.Integer({ description: "How many there are that were not read; 100 means 100 or more." }) },
  { $id: "Unread" },
);

export const ReadBody = Type.Object({ upTo: IdText }, { additionalProperties: false });

/** What may be switched: one switch for each kind. */
export function settingsSchema(kinds: readonly string[]) {
  return Type.Object(
    {
      kinds: Type.Object(Object.fromEntries(kinds.map((kind) => [kind, Type.Boolean()]))),
      digest: Type.Boolean({ description: "An e-mail a day with what was not read." }),
      digestAvailable: Type.Boolean({ description: "False where the site has no mail server." }),
    },
    { $id: "NotificationSettings" },
  );
}

export function settingsBody(kinds: readonly string[]) {
  return Type.Object(
    {
      kinds: Type.Optional(
        Type.Object(Object.fromEntries(kinds.map((kind) => [kind, Type.Optional(Type.Boolean())])), {
          additionalProperties: false,
        }),
      ),
      digest: Type.Optional(Type.Boolean()),
    },
    { additionalProperties: false },
  );
}
export type SettingsBody = Static<ReturnType<typeof settingsBody>>;
