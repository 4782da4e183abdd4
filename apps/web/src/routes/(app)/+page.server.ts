import { firstPage, loaded } from "#lib/server/answers.ts";
import type { PageServerLoad } from "./$types";

/** A visitor's phone has to wake every post of the first page before it answers a touch: these fill five screens. */
const forVisitors = { limit: 8 };

/** Home is one's own feed; for visitors it is what everybody sees, with a welcome above. */
export const load: PageServerLoad = async ({ locals: { api, me }, url }) => {
  const page = firstPage(url);
  if (!me) {
    const posts = await loaded(api.get("/feeds/explore", { ...page, ...forVisitors }));
    return { posts, missed: null };
  }
  const [posts, missed] = await Promise.all([
    loaded(api.get("/feeds/home", { ...page, reasons: true })),
    api.get("/feeds/home/missed").catch(() => null),
  ]);
  return { posts, missed };
};
