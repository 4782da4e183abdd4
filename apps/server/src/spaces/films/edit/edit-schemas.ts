import { type Static, Type } from "typebox";
import { Choice, IdText, Nullable, Ref } from "../../../platform/http/schemas.ts";
import { Account } from "../../../modules/people/index.ts";
import { PostFilm } from "../schemas.ts";
import { ageRatings, creditRoles, offerKinds } from "../vocabulary.ts";

const closed = { additionalProperties: false };
const Moment = Type.String({ format: "date-time" });
const Text = (most: number) => Type.String({ maxLength: most });

const CreditBody = Type.Object(
  {
    personId: Type.Optional(IdText),
    name: Type.Optional(Text(200)),
    role: Choice(...creditRoles),
    character: Type.Optional(Nullable(Text(300))),
  },
  closed,
);
const OfferBody = Type.Object(
  {
    platform: Text(40),
    kind: Choice(...offerKinds),
    country: Type.Optional(Text(2)),
    price: Type.Optional(Nullable(Type.Integer({ minimum: 0, maximum: 100_000_000 }))),
    currency: Type.Optional(Nullable(Text(3))),
    url: Type.Optional(Nullable(Text(500))),
  },
  closed,
);
/** What a moderator writes of a film, and a member proposes. What is left out stays as it is. */
export const FilmBody = Type.Object(
  {
    title: Type.Optional(
      Type.Object(
        {
          ko: Type.Optional(Nullable(Text(300))),
          en: Type.Optional(Nullable(Text(300))),
          original: Type.Optional(Text(300)),
        },
        closed,
      ),
    ),
    year: Type.Optional(Nullable(Type.Integer({ minimum: 1870, maximum: 2200 }))),
    genres: Type.Optional(Type.Array(Text(40), { maxItems: 10 })),
    runtimeMinutes: Type.Optional(Nullable(Type.Integer({ minimum: 1, maximum: 2000 }))),
    ageRating: Type.Optional(Nullable(Choice(...ageRatings))),
    synopsis: Type.Optional(
      Type.Object(
        { ko: Type.Optional(Nullable(Text(4000))), en: Type.Optional(Nullable(Text(4000))) },
        closed,
      ),
    ),
    posterId: Type.Optional(Nullable(IdText)),
    people: Type.Optional(Type.Array(CreditBody, { maxItems: 60 })),
    platforms: Type.Optional(Type.Array(OfferBody, { maxItems: 40 })),
    note: Type.Optional(Text(500)),
  },
  closed,
);
export type FilmBody = Static<typeof FilmBody>;

/** A change of the catalogue, made or proposed. */
export const FilmChange = Type.Object(
  {
    id: Type.String(),
    film: Nullable(Ref(PostFilm)),
    by: Nullable(Ref(Account)),
    at: Moment,
    status: Choice("done", "proposed", "declined"),
    before: Nullable(Type.Unsafe<FilmBody>({ type: "object", additionalProperties: true })),
    after: Type.Unsafe<FilmBody>({ type: "object", additionalProperties: true }),
    note: Type.String(),
  },
  { $id: "FilmChange" },
);
