import { error } from "@sveltejs/kit";
import { requireMe } from "#lib/server/answers.ts";
import type { LayoutServerLoad } from "./$types";

/** For those who run the site; to others there is nothing here. */
export const load: LayoutServerLoad = ({ locals, url }) => {
  const me = requireMe(locals, url);
  if (me.role === "member") error(404);
  return { me, wide: true };
};
