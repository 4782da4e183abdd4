import type { Id } from "../../../platform/database/tables.ts";
import type { PostsAsked } from "../engine.ts";
import type { Need } from "../text/needs.ts";
import type { Token } from "../text/tokens.ts";

type Clause = object;

/** As many as the engine takes in one list; who follows more people than this misses the followers-only posts of the rest. */
const mostIds = 60_000;

const has = (token: Token): Clause => ({ term: { tokens: token } });
const all = (tokens: readonly Token[]): Clause => ({ bool: { filter: tokens.map(has) } });
const any = (clauses: Clause[]): Clause => ({ bool: { should: clauses, minimum_should_match: 1 } });
const byAny = (ids: readonly Id[]): Clause => ({ terms: { authorId: ids.slice(0, mostIds) } });

function clausesOf({ all: tokens, either }: Need): Clause[] {
  return [...tokens.map(has), ...(either ? [any(either.map(all))] : [])];
}

/**
 * The newest matches below an id, with the names of the tokens that a better hit has: the engine's documents lie newest first, so that it
 * stops when it has enough.
 */
export function searchRequest(asked: PostsAsked, below: Id, size: number): object {
  const { needs, from, notFrom, notBelow, searcher } = asked;
  const filter: Clause[] = needs.must.flatMap(clausesOf);
  const mustNot: Clause[] = needs.mustNot.map((need) => ({ bool: { filter: clausesOf(need) } }));
  filter.push({ range: { id: { lt: below, gte: notBelow } } });
  if (from) filter.push(byAny(from));
  if (notFrom.length > 0) mustNot.push(byAny(notFrom));
  const open: Clause = { term: { restricted: false } };
  filter.push(searcher ? any([open, byAny([searcher.accountId, ...searcher.following])]) : open);
  if (searcher && searcher.hidden.length > 0) mustNot.push(byAny(searcher.hidden));
  const should = needs.better.map((token) => ({ term: { tokens: { value: token, _name: token } } }));
  return {
    size,
    sort: [{ id: "desc" }],
    track_total_hits: false,
    // The id is what is sorted by: nothing has to be fetched.
    stored_fields: "_none_",
    query: { bool: { filter, must_not: mustNot, should } },
  };
}
