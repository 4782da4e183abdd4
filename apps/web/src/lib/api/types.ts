import type { Answer, Schemas } from "@maru/api-client";

/** The names that pages use for what the API answers; all of them follow from its contract. */
export type Account = Schemas["Account"];
export type Me = Schemas["Me"];
export type Media = Schemas["Media"];
/** What posts of a space are about: a cat, say. Its page lies at `/space/id`. */
export type Topic = { space: string; id: string; name: string };
export type Notification = Schemas["Notification"];
export type Reason = Schemas["FeedReason"];
/** In one's home a post says why it is there. A site without cats sends none. */
export type Post = Omit<Schemas["Post"], "cats"> &
  Partial<Pick<Schemas["Post"], "cats">> &
  Pick<Schemas["HomeItem"], "reason">;
export type Interest = Schemas["Interest"];
export type Relationship = Schemas["Relationship"];
export type Session = Schemas["Session"];
export type Settings = Schemas["Settings"];

type Posts = Answer<"get", "/bookmarks">;
export type Page<T> = { [K in keyof Posts]: K extends "items" ? T[] : Posts[K] };

export type Instance = Answer<"get", "/instance">;
export type PostEdit = Answer<"get", "/posts/{id}/edits">["items"][number];
export type TagCount = Answer<"get", "/tags/trending">["items"][number];
export type PostCounts = Post["counts"];
export type Visibility = Post["visibility"];
export type ProfileLink = Account["links"][number];
export type MediaVariant = Media["variants"][number];
export type Locale = NonNullable<Settings["locale"]>;

/** As the page's cookie says it; the API's "system" is "auto" here. */
export type Theme = Exclude<NonNullable<Settings["theme"]>, "system"> | "auto";
