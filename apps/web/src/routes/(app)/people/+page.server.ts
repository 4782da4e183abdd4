import { loaded } from "#lib/server/answers.ts";
import type { PageServerLoad } from "./$types";

const longestQuery = 100;

export const load: PageServerLoad = async ({ locals: { api }, url }) => {
  const query = (url.searchParams.get("query") ?? "").trim().slice(0, longestQuery);
  const cursor = url.searchParams.get("cursor");
  return { query, people: await loaded(api.get("/accounts", { query, cursor })) };
};
