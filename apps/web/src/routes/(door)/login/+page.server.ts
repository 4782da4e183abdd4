import { error, redirect } from "@sveltejs/kit";
import { acted, localPath } from "#lib/server/answers.ts";
import { textsOf } from "#lib/server/form.ts";
import { enter } from "#lib/server/sign-in.ts";
import type { Actions, PageServerLoad } from "./$types";

const nextOf = (url: URL) => localPath(url.searchParams.get("next"));

export const load: PageServerLoad = ({ locals, url }) => {
  const next = nextOf(url);
  if (locals.me) redirect(303, next);
  const said = (["reset", "gone"] as const).find((name) => url.searchParams.has(name));
  return { next, said };
};

export const actions: Actions = {
  enter: async (event) => {
    const { login, password } = await textsOf(event.request, "login", "password");
    const answer = await acted(enter(event, login.trim(), password), { login });
    if ("id" in answer) redirect(303, nextOf(event.url));
    return answer;
  },
  /** The account for looking around, where the site has one. */
  demo: async (event) => {
    const demo = event.locals.instance.demoLogin;
    if (!demo) error(404);
    const answer = await acted(enter(event, demo.login, demo.password));
    if ("id" in answer) redirect(303, nextOf(event.url));
    return answer;
  },
};
