import { Type } from "typebox";
import { ProblemBody } from "../../platform/http/problem.ts";
import { Choice, Nullable, PageOf, PageQuery, Ref } from "../../platform/http/schemas.ts";
import { Account } from "../people/index.ts";
import { Post } from "../posts/index.ts";
import type { NameKind } from "./name-kinds.ts";

/** Those of the contract; spaces may bring others. */
export const kinds = ["posts", "people", "tags", "cats", "projects", "films"];

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

/** The answer with what spaces add to it. */
export const answerWith = (kinds: readonly NameKind[]) => ({
  ...SearchAnswer,
  properties: {
    ...SearchAnswer.properties,
    ...Object.fromEntries(kinds.map(({ type, item }) => [type, Type.Optional(PageOf(item))])),
  },
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

/** The suggestions with what spaces add to them. */
export const suggestionsWith = (kinds: readonly NameKind[]) => ({
  ...SuggestAnswer,
  properties: {
    ...SuggestAnswer.properties,
    ...Object.fromEntries(kinds.map(({ type, item }) => [type, Type.Optional(Type.Array(item))])),
  },
});
