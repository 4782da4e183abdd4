import { Type } from "typebox";
import { ProblemBody } from "../../platform/http/problem.ts";
import { Choice, Nullable, PageOf, PageQuery, Ref } from "../../platform/http/schemas.ts";
import { Account } from "../people/index.ts";
import { Post } from "../posts/index.ts";

export const kinds = ["posts", "people", "tags", "cats", "projects", "films"] as const;
export type Kind = (typeof kinds)[number];

/** The rules look at the first two thousand characters; this only bounds the address. */
const Query = Type.String({ maxLength: 12_000 });

export const SearchQuery = Type.Object(
  {
    q: Query,
    type: Type.Optional(
      Type.String({
        maxLength: 100,
        description: `Any of ${kinds.join(", ")}, with commas between; posts, people and tags unless given. Types that the site does not have are left out of the answer.`,
      }),
    ),
    sort: Type.Optional(Choice("relevance", "newest")),
    limit: PageQuery.limit,
    cursor: Type.Optional(
      Type.String({
        minLength: 1,
        maxLength: 200,
        description: "For one type alone, and for the same query and order.",
      }),
    ),
  },
  { additionalProperties: false },
);

export const Snippet = Type.Object(
  {
    postId: Type.String(),
    text: Type.String({ description: "Plain text (no markup) around what was found." }),
    marks: Type.Array(Type.Object({ start: Type.Integer(), end: Type.Integer() }), {
      description: "What was found, as ranges of UTF-16 units in the text.",
    }),
  },
  { $id: "Snippet" },
);

export const TagCount = Type.Object({ tag: Type.String(), count: Type.Integer() });

export const SearchAnswer = Type.Object({
  posts: Type.Optional(
    Type.Object({
      items: Type.Array(Ref(Post)),
      nextCursor: Nullable(Type.String()),
      snippets: Type.Array(Ref(Snippet), { description: "One for each of the items, in their order." }),
    }),
  ),
  people: Type.Optional(PageOf(Ref(Account))),
  tags: Type.Optional(PageOf(TagCount)),
});

/** Where the posts are in an engine of their own. */
export const Away = {
  description: "The search engine does not answer; other types than posts can still be searched.",
  content: { "application/problem+json": { schema: Ref(ProblemBody) } },
};

export const SuggestQuery = Type.Object(
  { q: Query, limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 10, default: 5 })) },
  { additionalProperties: false },
);

export const SuggestAnswer = Type.Object({
  people: Type.Array(Ref(Account)),
  tags: Type.Array(TagCount),
});
