import type { Answer, Schemas } from "@maru/api-client";

/** The names that pages use for what the API answers about chats; all of them follow from its contract. */
export type Chat = Schemas["Chat"];
export type Message = Schemas["Message"];
export type Happening = NonNullable<Chat["notices"]>[number];
export type Found = Answer<"get", "/chats/search">["items"][number];
export type Shown = "all" | "coffee" | "requests";
export type Status = Chat["status"];
