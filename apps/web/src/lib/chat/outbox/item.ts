import type { Media } from "#lib/api/types.ts";

export type OutgoingPhoto = { file: Blob; alt: string; media: Media | null };

/** What a message answers, as it is quoted above it until the server quotes it. */
export type Answered = { seq: number; authorName: string; text: string };

/** A message that was sent here and that the server has not acknowledged yet. */
export type Outgoing = {
  clientId: string;
  /** Who wrote it: nobody else who signs in here may send it. */
  accountId: string;
  chatId: string;
  text: string;
  photos: OutgoingPhoto[];
  replyTo: Answered | null;
  /** When it was written; one's own of one chat are sent in this order. */
  createdAt: string;
  state: "waiting" | "refused";
  /** Why it was refused: the slug of the problem. */
  reason: string | null;
};
