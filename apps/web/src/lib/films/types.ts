import type { Answer, Schemas } from "@maru/api-client";
import type { Post } from "#lib/api/types.ts";

/** The names that pages use for what the API answers about films; all of them follow from its contract. */
export type Film = Schemas["Film"];
export type PostFilm = Schemas["PostFilm"];
export type FilmPerson = Schemas["FilmPerson"];
export type FilmScore = Schemas["FilmScore"];
export type FilmRank = Schemas["FilmRank"];
export type RankEntry = Schemas["RankEntry"];
export type FilmChange = Schemas["FilmChange"];
export type Review = Schemas["Review"];
/** A post that is a review. */
export type ReviewPost = Post & { review: Review };

export type Aspects = Review["aspects"];
export type Aspect = keyof Aspects;
export type Opinion = "like" | "dislike";
export type Credit = Film["people"][number];
export type Offer = Film["platforms"][number];
export type FilmSeries = NonNullable<Film["series"]>;
export type RankSeries = NonNullable<FilmRank["series"]>;

export type Facets = Answer<"get", "/films/facets">;
export type Critic = Answer<"get", "/films/critics">["items"][number];
export type Standing = Answer<"get", "/reviews/standings">["items"][number];
export type VoteAnswer = Answer<"put", "/films/{id}/vote">;
