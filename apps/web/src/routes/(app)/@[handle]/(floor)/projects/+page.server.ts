import { error } from "@sveltejs/kit";
import { projectCalls } from "#lib/projects/calls.ts";
import { firstPage, loaded } from "#lib/server/answers.ts";
import { isOpenTo } from "#lib/server/profile.ts";
import type { PageServerLoad } from "./$types";

export const load: PageServerLoad = async ({ locals, parent, url }) => {
  if (!locals.instance.spaces.includes("projects")) error(404);
  const { account } = await parent();
  if (!isOpenTo(account, locals)) return { projects: null, stack: [], bookmarked: false };
  const calls = projectCalls(locals.api);
  const own = locals.me?.account.id === account.id;
  // What somebody keeps is for themselves only.
  const bookmarked = own && url.searchParams.get("show") === "bookmarked";
  const [projects, { stack }] = await Promise.all([
    loaded(bookmarked ? calls.bookmarked(firstPage(url)) : calls.ofAccount(account.handle, firstPage(url))),
    calls.stackOf(account.handle).catch(() => ({ stack: [] })),
  ]);
  return { projects, stack, bookmarked };
};
