import { type Static, Type } from "typebox";
import { Nullable, Ref } from "../../platform/http/schemas.ts";
import { Media } from "../../platform/media/media-schema.ts";

export const Relationship = Type.Object(
  {
    following: Type.Boolean(),
    followedBy: Type.Boolean(),
    blocking: Type.Boolean(),
    muting: Type.Boolean(),
    requested: Type.Boolean({ description: "I have asked to follow a private account and wait for the answer." }),
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
