import { type Static, Type } from "typebox";
import { Choice, IdText, Nullable, PageQuery, Ref } from "../../platform/http/schemas.ts";
import { Media } from "../../platform/media/media-schema.ts";
import { Account } from "../../modules/people/index.ts";
import { precisions } from "./calendar.ts";

const closed = { additionalProperties: false };
const Names = Type.Object({ ko: Type.String(), en: Type.String() });
const BreedName = Type.Object({ id: Type.String(), name: Names });
const DayText = Type.String({ format: "date" });

export const BreedItem = Type.Object({
  id: Type.String(),
  name: Names,
  recognized: Type.Boolean({ description: "Whether `POST /cats/recognize` can name it." }),
});

export const Cat = Type.Object(
  {
    id: Type.String(),
    name: Type.String(),
    breed: Nullable(BreedName),
    birthday: Nullable(DayText),
    birthdayPrecision: Nullable(Choice(...precisions)),
    adoptedOn: Nullable(DayText),
    age: Nullable(
      Type.Object(
        { years: Type.Integer(), months: Type.Integer() },
        { description: "Today; of a cat in memorial on the day it died." },
      ),
    ),
    sex: Nullable(Choice("female", "male")),
    neutered: Nullable(Type.Boolean()),
    colour: Nullable(Type.String()),
    pattern: Nullable(Type.String()),
    personality: Type.Array(Type.String()),
    story: Type.String(),
    photo: Nullable(Ref(Media)),
    people: Type.Array(Ref(Account), { description: "Who lives with it." }),
    counts: Type.Object({ posts: Type.Integer(), photos: Type.Integer(), followers: Type.Integer() }),
    memorialOn: Nullable(DayText),
    private: Type.Boolean(),
    viewer: Nullable(
      Type.Object({ following: Type.Boolean(), isMine: Type.Boolean(), invited: Type.Boolean() }),
    ),
    createdAt: Type.String({ format: "date-time" }),
  },
  { $id: "Cat" },
);

/** A cat as a post shows it. */
export const PostCat = Type.Object(
  { id: Type.String(), name: Type.String(), breed: Nullable(BreedName), photo: Nullable(Ref(Media)) },
  { $id: "PostCat" },
);

/** The rules say what is wrong with a text; this only bounds what they look at. */
const Short = (description: string) => Type.String({ maxLength: 200, description });
const DayIn = Type.String({
  maxLength: 40,
  description: "A day such as 2021-12-03, from 1980 on, not in the future.",
});

const fields = {
  name: Type.String({ maxLength: 4000, description: "1 to 30 characters." }),
  breed: Type.Optional(Nullable(Short("The id of one of `GET /cats/breeds`."))),
  birthday: Type.Optional(
    Nullable(
      Type.Unsafe<string | { date: string; precision: string }>({
        anyOf: [
          DayIn,
          Type.Object(
            {
              date: DayIn,
              precision: Type.String({ maxLength: 20, description: "day, month, season or year" }),
            },
            closed,
          ),
        ],
      }),
    ),
  ),
  adoptedOn: Type.Optional(Nullable(DayIn)),
  sex: Type.Optional(Nullable(Short("female or male"))),
  neutered: Type.Optional(Nullable(Type.Boolean())),
  colour: Type.Optional(
    Nullable(
      Short(
        "black, white, grey, orange, cream, brown, silver, two-colours, three-colours, tortoiseshell, other",
      ),
    ),
  ),
  pattern: Type.Optional(Nullable(Short("solid, tabby, tuxedo, spotted, pointed, van, other"))),
  personality: Type.Optional(
    Type.Unsafe<string | string[]>({
      anyOf: [
        Type.String({ maxLength: 400 }),
        Type.Array(Type.String({ maxLength: 400 }), { maxItems: 100 }),
      ],
      description: "Up to 5 words of 1 to 20 characters; a text is one word.",
    }),
  ),
  story: Type.Optional(Type.String({ maxLength: 20_000, description: "2,000 characters at the most." })),
  photoId: Type.Optional(Nullable(IdText)),
  private: Type.Optional(Type.Boolean({ description: "For its people, and those who follow one of them." })),
};

export const NewCatBody = Type.Object(fields, closed);
export const EditCatBody = Type.Object(
  {
    ...fields,
    name: Type.Optional(fields.name),
    memorialOn: Type.Optional(Nullable(DayIn)),
  },
  { ...closed, minProperties: 1 },
);
export type EditCatBody = Static<typeof EditCatBody>;

export const ages = ["kitten", "young", "adult", "senior"] as const;
export const ListQuery = Type.Object(
  {
    ...PageQuery,
    breed: Type.Optional(Short("The id of a breed.")),
    colour: Type.Optional(Short("The id of a colour.")),
    pattern: Type.Optional(Short("The id of a pattern.")),
    age: Type.Optional(
      Type.Unsafe<(typeof ages)[number]>({
        ...Choice(...ages),
        description: "Under 1, 1 to 2, 3 to 10, from 11 years on; without cats in memorial.",
      }),
    ),
    sort: Type.Optional(Choice("newest", "followers")),
    near: Type.Optional(
      Type.Unsafe<string>({
        ...IdText,
        description:
          "Cats like this one: of its breed first, then of its colour and pattern. Not with `sort`.",
      }),
    ),
  },
  closed,
);

export const CatPhoto = Type.Object(
  { postId: Type.String(), media: Ref(Media), likes: Type.Integer() },
  { $id: "CatPhoto" },
);
export const AlbumMonth = Type.Object(
  {
    month: Type.String({ description: "Such as 2026-11, by the site's clock." }),
    ageMonths: Nullable(
      Type.Integer({ description: "How old it was when the month began; 0 in the month of its birth." }),
    ),
    items: Type.Array(Ref(CatPhoto), { description: "The newest of them." }),
    count: Type.Integer(),
  },
  { $id: "AlbumMonth" },
);

export const Birthday = Type.Object(
  {
    cat: Ref(Cat),
    kind: Choice("birthday", "adoption"),
    on: DayText,
    days: Type.Integer({ description: "Until then; 0 today." }),
    years: Type.Integer(),
  },
  { $id: "CatBirthday" },
);

const createdAt = Type.String({ format: "date-time" });
export const Invited = Type.Object({ account: Ref(Account), createdAt }, { $id: "InvitedToCat" });
export const Invitation = Type.Object(
  { cat: Ref(Cat), from: Ref(Account), createdAt },
  { $id: "CatInvitation" },
);
export const InviteBody = Type.Object({ handle: Type.String({ maxLength: 100 }) }, closed);

export const CorrectionBody = Type.Object(
  {
    mediaId: IdText,
    breed: Short("The id of a breed."),
    consent: Type.Boolean({ description: "Whether the site's own model may learn from the picture." }),
  },
  closed,
);
export const Correction = Type.Object({ breed: Type.String(), consent: Type.Boolean() });
