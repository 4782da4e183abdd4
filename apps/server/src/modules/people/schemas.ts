import { type Static, Type } from "typebox";
import { Choice, HandleText, Nullable, Ref } from "../../platform/http/schemas.ts";
import { Media } from "../../platform/media/media-schema.ts";

export const Relationship = Type.Object(
  {
    following: Type.Boolean(),
    followedBy: Type.Boolean(),
    blocking: Type.Boolean(),
    muting: Type.Boolean(),
    requested: Type.Boolean({
      description: "I have asked to follow a private account and wait for the answer.",
    }),
  },
  { $id: "Relationship" },
);
export type Relationship = Static<typeof Relationship>;

export const ProfileLink = Type.Object({ label: Type.String(), url: Type.String() });

export const Account = Type.Object(
  {
    id: Type.String(),
    handle: Type.String(),
    displayName: Type.String(),
    bio: Type.String(),
    avatar: Nullable(Ref(Media)),
    header: Nullable(Ref(Media)),
    links: Type.Array(ProfileLink),
    isPrivate: Type.Boolean(),
    counts: Type.Object({ posts: Type.Integer(), followers: Type.Integer(), following: Type.Integer() }),
    createdAt: Type.String({ format: "date-time" }),
    relationship: Nullable(Ref(Relationship)),
  },
  { $id: "Account" },
);
export type Account = Static<typeof Account>;

export const Settings = Type.Object(
  {
    locale: Type.Optional(Choice("ko", "en")),
    theme: Type.Optional(Choice("light", "dark", "system")),
    shortcuts: Type.Optional(Type.Boolean({ description: "Single-key shortcuts in the web app." })),
    directChats: Type.Optional(Choice("everyone", "following", "nobody")),
  },
  { $id: "Settings", additionalProperties: false },
);

export const Me = Type.Object(
  {
    account: Ref(Account),
    email: Type.String(),
    role: Choice("member", "moderator", "admin", "owner"),
    settings: Ref(Settings),
  },
  { $id: "Me", description: "Oneself, with what nobody else may see." },
);

export const Session = Type.Object(
  {
    id: Type.String(),
    userAgent: Type.String(),
    ip: Type.String(),
    createdAt: Type.String({ format: "date-time" }),
    lastSeenAt: Type.String({ format: "date-time", description: "To ten minutes." }),
    current: Type.Boolean(),
  },
  { $id: "Session" },
);

export const SignedIn = Type.Object({
  account: Ref(Account),
  token: Type.Optional(
    Type.String({ description: "For `Authorization: Bearer`. Left out when a cookie was asked for." }),
  ),
});

const closed = { additionalProperties: false };
const Email = Type.String({ format: "email", maxLength: 254 });
/** The floor is checked by the rules; this only bounds what is hashed. */
const NewPassword = Type.String({ minLength: 8, maxLength: 200 });
const Password = Type.String({ minLength: 1, maxLength: 200 });

export const NewAccountBody = Type.Object(
  {
    handle: HandleText,
    displayName: Type.String({ minLength: 1, maxLength: 200 }),
    email: Email,
    password: NewPassword,
  },
  closed,
);
export const SignInBody = Type.Object(
  { login: Type.String({ minLength: 1, maxLength: 254 }), password: Password },
  closed,
);
export const PasswordBody = Type.Object({ password: Password }, closed);
export const NewPasswordBody = Type.Object({ password: NewPassword }, closed);
export const ChangePasswordBody = Type.Object({ current: Password, next: NewPassword }, closed);
export const ChangeEmailBody = Type.Object({ password: Password, email: Email }, closed);
export const ResetBody = Type.Object({ login: Type.String({ minLength: 1, maxLength: 254 }) }, closed);

const MediaId = Nullable(Type.String({ pattern: "^[1-9][0-9]{0,15}$" }));
export const ProfileBody = Type.Object(
  {
    displayName: Type.Optional(Type.String({ minLength: 1, maxLength: 200 })),
    bio: Type.Optional(Type.String({ maxLength: 2000 })),
    links: Type.Optional(
      Type.Array(
        Type.Object(
          { label: Type.Optional(Type.String({ maxLength: 200 })), url: Type.String({ maxLength: 2000 }) },
          closed,
        ),
        {
          maxItems: 5,
        },
      ),
    ),
    avatarId: Type.Optional(MediaId),
    headerId: Type.Optional(MediaId),
    isPrivate: Type.Optional(
      Type.Boolean({ description: "When it becomes false, everybody who waits for an answer follows." }),
    ),
    settings: Type.Optional(Ref(Settings)),
  },
  closed,
);
export type ProfileBody = Static<typeof ProfileBody>;

/** Programs take the token; the web app asks for a cookie, which no script can read. */
export const SessionHeaders = Type.Object({ "maru-session": Type.Optional(Choice("cookie", "token")) });
