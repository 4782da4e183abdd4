import type { LayoutServerLoad } from "./$types";

/** The numbers at the bell, at the chats and of what waits for moderators, and the right rail. Where it cannot be filled, the page is shown without it. */
export const load: LayoutServerLoad = async ({ locals: { api, me } }) => {
  const nobody = { items: [] };
  const nothing = { chats: 0, requests: 0 };
  const [unread, unreadChats, trending, suggested, waiting] = await Promise.all([
    me
      ? api.get("/notifications/unread").then(
          ({ unread }) => unread,
          () => 0,
        )
      : 0,
    me ? api.get("/chats/unread").catch(() => nothing) : nothing,
    api.get("/tags/trending", { limit: 6 }).catch(() => nobody),
    me ? api.get("/accounts/suggested", { limit: 3 }).catch(() => nobody) : nobody,
    me && me.role !== "member" ? api.get("/moderation/waiting").catch(() => null) : null,
  ]);
  return {
    unread,
    unreadChats,
    waiting,
    rail: { trending: trending.items.slice(0, 6), suggested: suggested.items.slice(0, 3) },
  };
};
