import type { Answer, Schemas } from "@maru/api-client";

/** The names that pages use for what the API answers about cats; all of them follow from its contract. */
export type Cat = Schemas["Cat"];
export type PostCat = Schemas["PostCat"];
export type Breed = Answer<"get", "/cats/breeds">[number];
export type Named = Pick<Breed, "id" | "name">;
export type Birthday = Answer<"get", "/cats/birthdays">["items"][number];
export type CatPhoto = Answer<"get", "/cats/{id}/photos">["items"][number];
export type AlbumMonth = Answer<"get", "/cats/{id}/album">["items"][number];
export type Invited = Answer<"get", "/cats/{id}/invitations">["items"][number];
export type Invitation = Answer<"get", "/cats/invitations">["items"][number];

export type Precision = NonNullable<Cat["birthdayPrecision"]>;
export type Sex = NonNullable<Cat["sex"]>;
export type CatAge = NonNullable<Cat["age"]>;

export type Recognition = Schemas["RecognitionAnswer"];
export type Candidate = Recognition["candidates"][number];
