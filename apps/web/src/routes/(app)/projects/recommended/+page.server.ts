import { redirect } from "@sveltejs/kit";
import type { Api } from "#lib/api/client.ts";
import { projectCalls } from "#lib/projects/calls.ts";
import { shapeCookie, shapeOf } from "#lib/projects/shape.ts";
import { acted, loaded, requireMe } from "#lib/server/answers.ts";
import { textsOf } from "#lib/server/form.ts";
import type { Actions, PageServerLoad, RequestEvent } from "./$types";

const onePage = 12;
const mostPeople = 6;

export const load: PageServerLoad = async ({ locals, url, cookies }) => {
  requireMe(locals, url);
  const projects = projectCalls(locals.api);
  const [found, people, dismissed, figures] = await Promise.all([
    loaded(projects.recommended({ limit: onePage, cursor: url.searchParams.get("cursor") })),
    projects.people(mostPeople).catch(() => ({ items: [] })),
    dismissedOf(locals.api, url.searchParams.get("dismissed")),
    projects.figures().catch(() => null),
  ]);
  return {
    found,
    people: people.items,
    dismissed,
    figures,
    shape: shapeOf(cookies.get(shapeCookie)),
    wide: true,
  };
};

/** What was sent away a moment ago without a script, so that it can be taken back. */
async function dismissedOf(api: Api, id: string | null) {
  if (!id || !/^\d{1,18}$/.test(id)) return null;
  const post = await projectCalls(api)
    .one(id)
    .catch(() => null);
  return post?.project ? { id, title: post.project.title } : null;
}

async function dismiss({ request, locals, url }: RequestEvent, on: boolean) {
  requireMe(locals, url);
  const { id } = await textsOf(request, "id");
  const answer = await acted(
    projectCalls(locals.api)
      .dismiss(id, on)
      .then(() => ({ id })),
  );
  if ("id" in answer) redirect(303, on ? `/projects/recommended?dismissed=${id}` : "/projects/recommended");
  return answer;
}

export const actions: Actions = {
  dismiss: (event) => dismiss(event, true),
  undismiss: (event) => dismiss(event, false),
};
