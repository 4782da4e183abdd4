import type { LayoutServerLoad } from "./$types";

/** How many ask to follow; the tab shows it. */
export const load: LayoutServerLoad = async ({ locals: { api, me } }) => {
  if (!me) return { waiting: { count: 0, more: false } };
  const { items, nextCursor } = await api
    .get("/follow-requests", { limit: 50 })
    .catch(() => ({ items: [], nextCursor: null }));
  return { waiting: { count: items.length, more: nextCursor !== null } };
};
