import { redirect } from "@sveltejs/kit";
import { acted, requireMe } from "#lib/server/answers.ts";
import { textOf } from "#lib/server/form.ts";
import {
  aboutOfLink,
  filmOfLink,
  ownCats,
  ownProjects,
  pickedIds,
  projectOfLink,
} from "#lib/server/picks.ts";
import type { Actions, PageServerLoad } from "./$types";

export const load: PageServerLoad = async ({ locals, url }) => {
  const me = requireMe(locals, url);
  const [cats, projects, about, project, film] = await Promise.all([
    ownCats(locals, me),
    ownProjects(locals, me),
    aboutOfLink(locals, url.searchParams.getAll("cat")),
    projectOfLink(locals, me, url.searchParams.get("project")),
    filmOfLink(locals, url.searchParams.get("film")),
  ]);
  return {
    text: url.searchParams.get("text") ?? "",
    cats,
    projects,
    about: [...about, ...project, ...film],
    withoutBar: true,
  };
};

export const actions: Actions = {
  default: async ({ request, locals, url }) => {
    requireMe(locals, url);
    const form = await request.formData();
    const text = textOf(form, "text");
    const visibility = form.get("visibility") === "followers" ? "followers" : "public";
    const body = { text, visibility, ...pickedIds(form) } as const;
    const answer = await acted(locals.api.post("/posts", body), { text });
    if ("id" in answer) redirect(303, `/posts/${answer.id}`);
    return answer;
  },
};
