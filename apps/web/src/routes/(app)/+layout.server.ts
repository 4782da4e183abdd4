import type { LayoutServerLoad } from "./$types";

/** The numbers at the bell and at the chats, and the right rail. Where it cannot be filled, the page is shown without it. */
export const load: LayoutServerLoad = async ({ locals: { api, me } }) => {
  const nobody = { items: [] };
  const nothing = { chats: 0, requests: 0 };
  const [unread, unreadChats, trending, suggested] = await Promise.all([
    me
      ? api.get("/notifications/unread").then(
          ({ unread }) => unread,
          () => 0,
        )
      : 0,
    me ? api.get("/chats/unread").catch(() => nothing) : nothing,
    api.get("/tags/trending", { limit: 6 }).catch(() => nobody),
    me ? api.get("/accounts/suggested", { limit: 3 }).catch(() => nobody) : nobody,
  ]);
  return {
    unread,
    unreadChats,
    rail: { trending: trending.items.slice(0, 6), suggested: suggested.items.slice(0, 3) },
  };
};
