import { error, redirect } from "@sveltejs/kit";
import { ApiProblem } from "#lib/api/problem.ts";
import { projectCalls } from "#lib/projects/calls.ts";
import { isProject } from "#lib/projects/is-project.ts";
import { acted, loaded, localPath, requireMe } from "#lib/server/answers.ts";
import { textOf } from "#lib/server/form.ts";
import type { Actions, PageServerLoad, RequestEvent } from "./$types";

const mostSimilar = 4;
const nobody = { following: false, followers: 0 };
const none = { items: [], nextCursor: null };

export const load: PageServerLoad = async ({ locals: { api }, params: { id }, url }) => {
  const projects = projectCalls(api);
  const cursor = url.searchParams.get("cursor");
  const [post, comments, follow, similar] = await Promise.all([
    loaded(projects.one(id)),
    loaded(api.get("/posts/{id}/comments", { id, cursor })),
    projects.following(id).catch(() => nobody),
    projects.similar(id, mostSimilar).catch(() => none),
  ]);
  if (!isProject(post)) error(404);
  return { post, comments, follow, similar: similar.items, wide: true };
};

/** The follow buttons of browsers without JavaScript: they lead back to where they were pressed. */
async function follow({ locals, params: { id }, request }: RequestEvent, on: boolean): Promise<never> {
  const back = localPath((await request.formData()).get("back"), `/projects/${id}`);
  if (!locals.me) redirect(303, `/login?next=${encodeURIComponent(back)}`);
  try {
    await projectCalls(locals.api).follow(id, on);
  } catch (problem) {
    if (problem instanceof ApiProblem) error(problem.status || 503, problem.message);
    throw problem;
  }
  redirect(303, back);
}

export const actions: Actions = {
  follow: (event) => follow(event, true),
  unfollow: (event) => follow(event, false),
  comment: async ({ request, locals, params: { id }, url }) => {
    requireMe(locals, url);
    const text = textOf(await request.formData(), "text");
    const answer = await acted(locals.api.post("/posts/{id}/comments", { id, text }), { text });
    if ("id" in answer) redirect(303, `/projects/${id}#comment`);
    return answer;
  },
  delete: async ({ locals, params: { id }, url }) => {
    requireMe(locals, url);
    const answer = await acted(
      projectCalls(locals.api)
        .remove(id)
        .then(() => ({ deleted: id })),
    );
    if ("deleted" in answer) redirect(303, "/projects");
    return answer;
  },
};
