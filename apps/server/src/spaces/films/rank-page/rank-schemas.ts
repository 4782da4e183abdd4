import { type Static, Type } from "typebox";
import { Choice, Nullable, Ref } from "../../../platform/http/schemas.ts";
import { Account } from "../../../modules/people/index.ts";
import { PostFilm, Rank } from "../schemas.ts";

const Moment = Type.String({ format: "date-time" });

const RankSeries = Type.Object({
  kind: Choice("promotion", "demotion"),
  games: Type.Array(Choice("won", "lost"), {
    description: "In their order; the first may be a win in hand.",
  }),
  wins: Type.Integer(),
  losses: Type.Integer(),
  bestOf: Type.Integer(),
  banked: Type.Boolean({ description: "Whether the first win was in hand from the time before." }),
  judges: Type.Integer({ description: "Seats taken in the running game." }),
  seats: Type.Integer(),
  expertSeat: Type.Boolean({ description: "Whether what is left of the game's seats is an expert's." }),
});

/** Somebody's rank. Points, bounds, series and history are shown to nobody else. */
export const FilmRank = Type.Object(
  {
    tier: Rank,
    weight: Type.Number({ description: "What a vote counts, in votes." }),
    points: Nullable(Type.Number()),
    bounds: Nullable(Type.Object({ lower: Type.Number(), upper: Type.Number() })),
    series: Nullable(RankSeries),
    growth: Nullable(
      Type.Object({
        stage: Type.Integer({ minimum: 0, maximum: 2 }),
        days: Type.Integer(),
        films: Type.Integer(),
        next: Nullable(Type.Object({ days: Type.Integer(), films: Type.Integer(), weight: Type.Number() })),
      }),
    ),
    history: Type.Array(Type.Object({ at: Moment, points: Type.Number(), tier: Rank }), {
      description: "Each day's end, oldest first, of the last year.",
    }),
    counts: Type.Object({ votes: Type.Integer(), reviews: Type.Integer() }),
  },
  { $id: "FilmRank" },
);
export type FilmRank = Static<typeof FilmRank>;

/** What moved points, tier or series. */
export const RankEntry = Type.Object(
  {
    id: Type.String(),
    at: Moment,
    kind: Choice("reaction", "reversal", "review-gone", "strike", "tier", "series"),
    delta: Type.Number(),
    points: Type.Number(),
    tier: Rank,
    byTier: Nullable(Rank),
    detail: Nullable(Type.String()),
    review: Nullable(Type.Object({ id: Type.String(), film: Ref(PostFilm) })),
  },
  { $id: "RankEntry" },
);

export const Critic = Type.Object({
  account: Ref(Account),
  tier: Rank,
  reviews: Type.Integer(),
  likes: Type.Integer({ description: "That their reviews have." }),
});
