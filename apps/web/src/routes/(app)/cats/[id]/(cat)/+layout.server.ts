import { catCalls } from "#lib/cats/calls.ts";
import { loaded } from "#lib/server/answers.ts";
import type { LayoutServerLoad } from "./$types";

const nothing = { items: [], nextCursor: null };

export const load: LayoutServerLoad = async ({ locals, params: { id } }) => {
  const cats = catCalls(locals.api);
  const [cat, near, followers] = await Promise.all([
    loaded(cats.one(id)),
    cats.list({ near: id, limit: 3 }).catch(() => nothing),
    cats.followers(id, { limit: 6 }).catch(() => nothing),
  ]);
  return { cat, near: near.items, followers, wide: true };
};
