import { error, fail, redirect } from "@sveltejs/kit";
import { m } from "#lib/paraglide/messages.js";
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
  /** Somebody who is suspended asks for that to be looked at again; what they were told is kept in the form. */
  appeal: async ({ request, locals }) => {
    const { login, password, text, reason, until } = await textsOf(
      request,
      "login",
      "password",
      "text",
      "reason",
      "until",
    );
    const answer = await acted(
      locals.api.post("/suspension-appeals", { login, password, text }).then(() => ({ appealed: true })),
    );
    if ("appealed" in answer) return answer;
    const { data, status } = answer;
    const message = data.slug === "wrong-login" ? m.fault_login() : data.message;
    const more: Record<string, string> = { reason, ...(until && { until }) };
    return fail(status, {
      message,
      slug: "suspended",
      errors: [],
      more,
      values: { login, text },
      refused: data.slug,
    });
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
