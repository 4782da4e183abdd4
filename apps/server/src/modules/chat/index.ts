export { type Chats, createChats } from "./chats.ts";
export type { ChatSubject } from "./deps.ts";
export { moveChatIn, type PastChat } from "./move-in.ts";
