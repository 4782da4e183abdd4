import { error } from "@sveltejs/kit";
import { loaded, requireMe } from "#lib/server/answers.ts";
import type { PageServerLoad } from "./$types";

export const load: PageServerLoad = async ({ locals, url }) => {
  const { role } = requireMe(locals, url);
  if (role === "moderator") error(404);
  return { figures: await loaded(locals.api.get("/admin/figures")) };
};
