import { type Static, Type } from "typebox";
import { Choice } from "../../../../platform/http/schemas.ts";
import { measureNames } from "../../catalogue/measures.ts";
import { ageRatings, creditRoles, offerKinds } from "../../vocabulary.ts";

const closed = { additionalProperties: false };
const optional = Type.Optional;
const Text = (most: number) => Type.String({ minLength: 1, maxLength: most });
const Name = Type.Union([
  Text(200),
  Type.Object({ ko: optional(Text(200)), en: optional(Text(200)) }, closed),
]);

/** What films are called elsewhere. */
export const idSources = ["imdb", "tmdb", "movielens", "wikidata", "letterboxd"] as const;
const Ids = Type.Object(
  {
    imdb: optional(Type.String({ pattern: "^tt\\d{7,10}$" })),
    tmdb: optional(Type.String({ pattern: "^\\d{1,10}$" })),
    movielens: optional(Type.String({ pattern: "^\\d{1,10}$" })),
    wikidata: optional(Type.String({ pattern: "^Q\\d{1,12}$" })),
    letterboxd: optional(Type.String({ pattern: "^[a-z0-9-]{1,100}$" })),
  },
  closed,
);

const Person = Type.Object(
  {
    name: Name,
    role: Choice(...creditRoles),
    character: optional(Text(300)),
    /** Without one, people are told apart by their names. */
    ids: optional(
      Type.Object(
        {
          imdb: optional(Type.String({ pattern: "^nm\\d{7,10}$" })),
          tmdb: optional(Type.String({ pattern: "^\\d{1,10}$" })),
          own: optional(Text(100)),
        },
        closed,
      ),
    ),
  },
  closed,
);

const Offer = Type.Object(
  {
    platform: Type.String({ pattern: "^[a-z0-9-]{1,40}$" }),
    kind: Choice(...offerKinds),
    country: optional(Type.String({ pattern: "^[A-Z]{2}$" })),
    price: optional(Type.Integer({ minimum: 0, maximum: 100_000_000 })),
    currency: optional(Type.String({ pattern: "^[A-Z]{3}$" })),
    url: optional(Type.String({ pattern: "^https?://", maxLength: 500 })),
  },
  closed,
);

const Rating = Type.Object(
  {
    site: Type.String({ pattern: "^[a-z0-9-]{1,30}$" }),
    name: optional(Text(60)),
    measure: Choice(...measureNames),
    value: Type.Number(),
    votes: Type.Integer(),
    date: Type.String({ pattern: "^\\d{4}-\\d\\d-\\d\\d$" }),
    attribution: optional(Text(300)),
    url: optional(Type.String({ pattern: "^https?://", maxLength: 300 })),
  },
  closed,
);
export type OwnRating = Static<typeof Rating>;

/** A line of an operator's own file; docs/films-catalogue.md describes it. */
export const OwnFilm = Type.Object(
  {
    id: optional(Text(100)),
    ids: optional(Ids),
    title: optional(
      Type.Object(
        {
          ko: optional(Text(300)),
          en: optional(Text(300)),
          original: optional(Text(300)),
          others: optional(Type.Array(Text(300), { maxItems: 40 })),
        },
        closed,
      ),
    ),
    year: optional(Type.Integer({ minimum: 1870, maximum: 2200 })),
    genres: optional(Type.Array(Text(40))),
    runtimeMinutes: optional(Type.Integer({ minimum: 1, maximum: 2000 })),
    ageRating: optional(Choice(...ageRatings)),
    synopsis: optional(Type.Object({ ko: optional(Text(4000)), en: optional(Text(4000)) }, closed)),
    people: optional(Type.Array(Person, { maxItems: 60 })),
    offers: optional(Type.Array(Offer, { maxItems: 40 })),
    ratings: optional(Type.Array(Rating, { maxItems: 20 })),
  },
  closed,
);
export type OwnFilm = Static<typeof OwnFilm>;
