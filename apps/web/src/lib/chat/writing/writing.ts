import type { Message } from "../types.ts";

/** What the field of a thread is for just now. */
export type Writing =
  | { kind: "new" }
  | { kind: "reply"; message: Message }
  | { kind: "edit"; message: Message };

export const longestText = 4000;
export const mostPhotos = 4;
