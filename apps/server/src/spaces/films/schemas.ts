import { type Static, Type } from "typebox";
import { Choice, IdText, Nullable, PageOf, PageQuery, Ref } from "../../platform/http/schemas.ts";
import { Media } from "../../platform/media/media-schema.ts";
import { Post } from "../../modules/posts/index.ts";
import { ageRatings, creditRoles, offerKinds } from "./vocabulary.ts";

const closed = { additionalProperties: false };
const Day = (description: string) => Type.String({ format: "date", description });

export const Opinion = Choice("like", "dislike");
export type Opinion = Static<typeof Opinion>;

const Names = Type.Object({ ko: Type.String(), en: Type.String() });
const Titles = Type.Object({
  ko: Nullable(Type.String()),
  en: Nullable(Type.String()),
  original: Type.String(),
});
const Tier = Type.Integer({
  minimum: 0,
  maximum: 2,
  description: "0 a waste of time, 1 pastime, 2 masterpiece.",
});
export const Rank = Type.Integer({
  minimum: 0,
  maximum: 3,
  description: "0 좟문가, 1 뉴비, 2 방구석 평론가, 3 이 시대의 평론가.",
});

const FilmSeries = Type.Object({
  kind: Choice("promotion", "demotion"),
  wins: Type.Integer(),
  losses: Type.Integer(),
  bestOf: Type.Integer(),
  opinionsLeft: Type.Integer({ description: "Until the running round is decided." }),
});

export const FilmPerson = Type.Object(
  {
    id: Type.String(),
    name: Type.Object({ ko: Nullable(Type.String()), en: Nullable(Type.String()) }),
    born: Nullable(Type.Integer()),
    died: Nullable(Type.Integer()),
    credits: Type.Object({ director: Type.Integer(), actor: Type.Integer(), writer: Type.Integer() }),
  },
  { $id: "FilmPerson" },
);

const Credit = Type.Object({
  id: Type.String({ description: "Of the person." }),
  name: Type.Object({ ko: Nullable(Type.String()), en: Nullable(Type.String()) }),
  role: Choice(...creditRoles),
  character: Nullable(Type.String()),
});

const Offer = Type.Object({
  platform: Type.String(),
  name: Names,
  kind: Choice(...offerKinds),
  country: Type.String(),
  price: Nullable(Type.Integer({ description: "In the smallest unit of the currency." })),
  currency: Nullable(Type.String()),
  url: Nullable(Type.String()),
});

const ScoreLine = {
  score: Type.Number({ description: "How likely a member likes it, 0 to 100." }),
  sort: Type.Number({ description: "The lower bound that lists are sorted by, 0 to 100." }),
  evidence: Type.Number({ description: "How many votes it rests on, those of sites included." }),
  charted: Type.Boolean({ description: "Whether that is enough for the chart." }),
  people: Type.Integer({ description: "Members who have said something." }),
};

/** A film. In lists `people` are its directors and first three actors, and `synopsis` is left out. */
export const Film = Type.Object(
  {
    id: Type.String(),
    title: Titles,
    year: Nullable(Type.Integer()),
    genres: Type.Array(Type.Object({ id: Type.String(), name: Names })),
    runtimeMinutes: Nullable(Type.Integer()),
    ageRating: Nullable(Choice(...ageRatings)),
    synopsis: Type.Optional(Type.Object({ ko: Nullable(Type.String()), en: Nullable(Type.String()) })),
    poster: Nullable(Ref(Media)),
    posterUrl: Nullable(
      Type.String({ description: "A poster at TMDB, where the site has none of its own." }),
    ),
    people: Type.Array(Credit),
    platforms: Type.Array(Offer),
    externalIds: Type.Optional(Type.Array(Type.Object({ source: Type.String(), value: Type.String() }))),
    tier: Nullable(Tier),
    series: Nullable(FilmSeries),
    score: Type.Object(ScoreLine),
    counts: Type.Object({ likes: Type.Integer(), dislikes: Type.Integer(), reviews: Type.Integer() }),
    viewer: Nullable(
      Type.Object({
        vote: Nullable(Opinion),
        inWatchlist: Type.Boolean(),
        following: Type.Boolean(),
        reviewId: Nullable(Type.String()),
      }),
    ),
  },
  { $id: "Film" },
);
export type Film = Static<typeof Film>;

/** A film as a post shows it. */
export const PostFilm = Type.Object(
  {
    id: Type.String(),
    name: Type.String({ description: "Its Korean title, or the first that there is." }),
    title: Titles,
    year: Nullable(Type.Integer()),
    photo: Nullable(Ref(Media)),
  },
  { $id: "PostFilm" },
);

const aspect = Type.Optional(Nullable(Type.Integer({ minimum: 1, maximum: 10 })));
export const Aspects = Type.Object(
  { story: aspect, acting: aspect, directing: aspect, visuals: aspect, music: aspect },
  { ...closed, minProperties: 1, description: "1 to 10 each; at least one is given." },
);
export type Aspects = Static<typeof Aspects>;

/** What a post that is a review shows besides. */
export const Review = Type.Object(
  {
    title: Type.String({ description: "Of the film." }),
    film: Ref(PostFilm),
    aspects: Aspects,
    spoiler: Type.Boolean(),
  },
  { $id: "Review" },
);

const Share = { share: Type.Number({ description: "Of the whole score, 0 to 1." }) };
const score = Type.Number({ description: "0 to 100." });

/** How a film's score comes about. */
export const FilmScore = Type.Object(
  {
    ...ScoreLine,
    tier: Nullable(Tier),
    series: Nullable(FilmSeries),
    base: Type.Object({
      score,
      ...Share,
      votes: Type.Number({ description: "How many votes the sites are worth here." }),
      sources: Type.Array(
        Type.Object({
          site: Type.String(),
          name: Type.String(),
          value: Type.Number(),
          outOf: Type.Number({ description: "The end of the site's scale." }),
          votes: Type.Integer(),
          date: Day("When it was read."),
          attribution: Type.String(),
          url: Nullable(Type.String()),
        }),
      ),
    }),
    members: Type.Object({
      score: Nullable(Type.Number({ description: "0 to 100; null while nobody has a say." })),
      ...Share,
    }),
    tiers: Type.Array(
      Type.Object({
        tier: Rank,
        people: Type.Integer(),
        likes: Type.Integer(),
        dislikes: Type.Integer(),
        weight: Type.Number({ description: "Of one vote of this tier, the most that it can be." }),
        points: Type.Number({ description: "By how much they move the score from the base." }),
      }),
      { description: "From the highest. Base and points add up to the score." },
    ),
    aspects: Type.Object({
      story: score,
      acting: score,
      directing: score,
      visuals: score,
      music: score,
    }),
    mine: Nullable(Aspects),
    distribution: Type.Array(Type.Integer(), {
      minItems: 10,
      maxItems: 10,
      description: "Reviews by the mean of their aspects, 1 to 10.",
    }),
    notices: Type.Array(
      Type.Object({
        kind: Choice("unusual-activity", "votes-held", "too-little"),
        votes: Type.Number({ description: "Held back; or, of too-little, missing." }),
      }),
    ),
  },
  { $id: "FilmScore" },
);
export type FilmScore = Static<typeof FilmScore>;

const Text = (most: number) => Type.String({ maxLength: most });
export const FilmsQuery = Type.Object(
  {
    ...PageQuery,
    sort: Type.Optional(Choice("score", "popular", "latest")),
    chart: Type.Optional(Choice("ranked", "thin")),
    tier: Type.Optional(Type.Integer({ minimum: 0, maximum: 2 })),
    genre: Type.Optional(Text(40)),
    year: Type.Optional(Type.Integer({ minimum: 1870, maximum: 2200 })),
    platform: Type.Optional(Text(40)),
    person: Type.Optional(IdText),
    series: Type.Optional(Type.Boolean({ description: "Only those in a series." })),
    q: Type.Optional(Text(200)),
  },
  closed,
);

export const VoteBody = Type.Object({ value: Opinion }, closed);
/** What a vote answers: the score follows a moment later. */
export const VoteAnswer = Type.Object({
  vote: Nullable(Opinion),
  weight: Type.Number({ description: "What it counts now, in votes." }),
});

export const Watchlist = Type.Object({ inWatchlist: Type.Boolean() });

const reviewFields = {
  text: Type.String({ maxLength: 20_000, description: "1 to 5,000 characters." }),
  aspects: Aspects,
  spoiler: Type.Optional(Type.Boolean()),
};
export const NewReviewBody = Type.Object(reviewFields, closed);
export type NewReviewBody = Static<typeof NewReviewBody>;
export const EditReviewBody = Type.Partial(Type.Object(reviewFields, closed), {
  ...closed,
  minProperties: 1,
});
export type EditReviewBody = Static<typeof EditReviewBody>;
export const ReviewsQuery = Type.Object(
  { ...PageQuery, sort: Type.Optional(Choice("sympathy", "latest")) },
  closed,
);

/** What the space knows of a review beside the post: it differs by reader, and changes with each vote. */
export const ReviewStanding = Type.Object({
  id: Type.String({ description: "Of the post." }),
  likes: Type.Integer(),
  dislikes: Type.Integer(),
  vote: Nullable(Opinion),
  tier: Rank,
});
export const StandingsQuery = Type.Object(
  {
    ids: Type.String({ maxLength: 1000, description: "Ids of up to 50 reviews, with commas between them." }),
  },
  closed,
);
export const Standings = Type.Object({ items: Type.Array(ReviewStanding) });

export const Facets = Type.Object({
  genres: Type.Array(Type.Object({ id: Type.String(), name: Names, films: Type.Integer() }), {
    description: "All that there are; those with the most films first.",
  }),
  platforms: Type.Array(Type.Object({ id: Type.String(), name: Names, films: Type.Integer() })),
  years: Type.Array(Type.Object({ year: Type.Integer(), films: Type.Integer() })),
});

export const FilmsPage = PageOf(Ref(Film));
export const ReviewsPage = PageOf(Ref(Post));
