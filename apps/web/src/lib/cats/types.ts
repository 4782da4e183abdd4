import type { Account, Media } from "#lib/api/types.ts";

/** A word that the server keeps in both languages. */
export type Named = { id: string; name: { ko: string; en: string } };

export type Breed = Named & { recognized: boolean };

export type Precision = "day" | "month" | "season" | "year";

export type Sex = "female" | "male";

export type CatAge = { years: number; months: number };

export type Cat = {
  id: string;
  name: string;
  breed: Named | null;
  birthday: string | null;
  birthdayPrecision: Precision | null;
  adoptedOn: string | null;
  /** Of a cat in memorial: on the day it died. */
  age: CatAge | null;
  sex: Sex | null;
  neutered: boolean | null;
  colour: string | null;
  pattern: string | null;
  personality: string[];
  story: string;
  photo: Media | null;
  people: Account[];
  counts: { posts: number; photos: number; followers: number };
  memorialOn: string | null;
  private: boolean;
  viewer: { following: boolean; isMine: boolean; invited: boolean } | null;
  createdAt: string;
};

/** A cat as a post shows it. */
export type PostCat = { id: string; name: string; breed: Named | null; photo: Media | null };

export type Birthday = {
  cat: Cat;
  kind: "birthday" | "adoption";
  on: string;
  /** 0 on the day itself. */
  days: number;
  years: number;
};

export type CatPhoto = { postId: string; media: Media; likes: number };

export type AlbumMonth = { month: string; ageMonths: number | null; items: CatPhoto[]; count: number };

export type Invited = { account: Account; createdAt: string };

export type Invitation = { cat: Cat; from: Account; createdAt: string };

export type Candidate = { breed: string; name: Named["name"]; confidence: number };

export type Recognition = {
  verdict: "cat" | "unsure" | "not-a-cat";
  candidates: Candidate[];
  model: string;
  milliseconds: number;
};
