import { type Static, Type } from "typebox";
import { Choice, IdText, Nullable } from "../../../platform/http/schemas.ts";

const Act = Choice("like", "dislike", "watchlist");
export type Act = Static<typeof Act>;

export const DiaryForm = Type.Object({
  file: Type.String({
    format: "binary",
    description:
      "ratings.csv, diary.csv or watchlist.csv of Letterboxd's export, or the CSV of one's ratings or watchlist at IMDb.",
  }),
});

const Line = Type.Object({
  line: Type.Integer(),
  title: Type.String({ description: "As the file names it." }),
  year: Nullable(Type.Integer()),
  film: Nullable(
    Type.Object({
      id: Type.String(),
      title: Type.Object({
        ko: Nullable(Type.String()),
        en: Nullable(Type.String()),
        original: Type.String(),
      }),
      year: Nullable(Type.Integer()),
    }),
  ),
  action: Nullable(Act),
  reason: Nullable(
    Choice(
      "unreadable",
      "not-here",
      "ambiguous",
      "no-rating",
      "between",
      "has-vote",
      "on-watchlist",
      "repeated",
    ),
  ),
});
export type Line = Static<typeof Line>;

export const DiaryPreview = Type.Object({
  lines: Type.Array(Line, { description: "Each has either an action, or the reason why there is none." }),
});

export const DiaryBody = Type.Object(
  {
    entries: Type.Array(Type.Object({ filmId: IdText, action: Act }, { additionalProperties: false }), {
      minItems: 1,
      maxItems: 10_000,
    }),
  },
  { additionalProperties: false },
);

export const DiaryImport = Type.Object({
  id: Type.String(),
  at: Type.String({ format: "date-time" }),
  likes: Type.Integer(),
  dislikes: Type.Integer(),
  wishes: Type.Integer(),
});

export const DiaryUndone = Type.Object({
  undone: Type.Integer(),
  kept: Type.Integer({ description: "What was changed since, and stays." }),
});
