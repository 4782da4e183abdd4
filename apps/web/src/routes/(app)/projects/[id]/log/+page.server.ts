import { error } from "@sveltejs/kit";
import { projectCalls } from "#lib/projects/calls.ts";
import { isProject } from "#lib/projects/is-project.ts";
import { firstPage, loaded } from "#lib/server/answers.ts";
import type { PageServerLoad } from "./$types";

const nobody = { following: false, followers: 0 };

export const load: PageServerLoad = async ({ locals: { api }, params: { id }, url }) => {
  const projects = projectCalls(api);
  const [post, posts, follow] = await Promise.all([
    loaded(projects.one(id)),
    loaded(projects.log(id, firstPage(url))),
    projects.following(id).catch(() => nobody),
  ]);
  if (!isProject(post)) error(404);
  return { post, posts, follow };
};
