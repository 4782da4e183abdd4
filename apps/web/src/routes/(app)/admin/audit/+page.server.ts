import { error } from "@sveltejs/kit";
import { loaded, requireMe } from "#lib/server/answers.ts";
import type { PageServerLoad } from "./$types";

const longestQuery = 100;

export const load: PageServerLoad = async ({ locals, url }) => {
  const { role } = requireMe(locals, url);
  if (role === "moderator") error(404);
  const query = (url.searchParams.get("query") ?? "").trim().slice(0, longestQuery);
  const cursor = url.searchParams.get("cursor");
  return { query, entries: await loaded(locals.api.get("/admin/audit", { query, limit: 30, cursor })) };
};
