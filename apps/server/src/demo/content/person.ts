import type { CoverName } from "../art/covers.ts";

export interface DemoPerson {
  handle: string;
  name: string;
  bio: string;
  language: "ko" | "en";
  /** Tags: what they like to read, and so whom they follow. */
  likes: string[];
  cover?: CoverName;
  links?: string[];
  /** How much they are followed and heard; 1 is usual. */
  fame?: number;
}

export const ko = (
  handle: string,
  name: string,
  bio: string,
  likes: string,
  rest: Partial<DemoPerson> = {},
): DemoPerson => ({
  handle,
  name,
  bio,
  language: "ko",
  likes: likes.split(" "),
  ...rest,
});
export const en = (
  handle: string,
  name: string,
  bio: string,
  likes: string,
  rest: Partial<DemoPerson> = {},
): DemoPerson => ({
  ...ko(handle, name, bio, likes, rest),
  language: "en",
});
