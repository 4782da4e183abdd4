import { loaded, requireMe } from "#lib/server/answers.ts";
import type { PageServerLoad } from "./$types";

const longestQuery = 100;

export const load: PageServerLoad = async ({ locals, url }) => {
  requireMe(locals, url);
  const query = (url.searchParams.get("query") ?? "").trim().slice(0, longestQuery);
  const standing = (["limited", "suspended"] as const).find((one) => one === url.searchParams.get("show"));
  const cursor = url.searchParams.get("cursor");
  const asked = { query, ...(standing && { standing }) };
  return { asked, members: await loaded(locals.api.get("/moderation/members", { ...asked, cursor })) };
};
