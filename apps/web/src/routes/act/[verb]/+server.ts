import { error, redirect } from "@sveltejs/kit";
import type { Api } from "#lib/api/client.ts";
import { reviewCalls } from "#lib/films/review-calls.ts";
import type { Settings } from "#lib/api/types.ts";
import { ApiProblem } from "#lib/api/problem.ts";
import { localPath } from "#lib/server/answers.ts";
import { textOf } from "#lib/server/form.ts";
import { readTheme } from "#lib/server/preferences.ts";
import type { RequestHandler } from "./$types";

type Change = (api: Api, subject: string) => Promise<unknown>;

/** Switches that a form may send: the way to like, follow and the rest without JavaScript. */
const changes: Record<string, Change> = {
  like: (api, id) => api.put("/posts/{id}/like", { id }),
  unlike: (api, id) => api.delete("/posts/{id}/like", { id }),
  bookmark: (api, id) => api.put("/posts/{id}/bookmark", { id }),
  unbookmark: (api, id) => api.delete("/posts/{id}/bookmark", { id }),
  hide: (api, id) => api.put("/posts/{id}/hidden", { id }),
  unhide: (api, id) => api.delete("/posts/{id}/hidden", { id }),
  delete: (api, id) => api.delete("/posts/{id}", { id }),
  follow: (api, handle) => api.put("/accounts/{handle}/follow", { handle }),
  unfollow: (api, handle) => api.delete("/accounts/{handle}/follow", { handle }),
  "follow-tag": (api, tag) => api.put("/tags/{tag}/follow", { tag }),
  "unfollow-tag": (api, tag) => api.delete("/tags/{tag}/follow", { tag }),
  "review-like": (api, id) => reviewCalls(api).react(id, "like"),
  "review-dislike": (api, id) => reviewCalls(api).react(id, "dislike"),
  "review-unvote": (api, id) => reviewCalls(api).react(id, null),
  logout: (api) => api.delete("/sessions/current"),
};

const year = 60 * 60 * 24 * 365;

export const POST: RequestHandler = async ({ params, request, locals, cookies }) => {
  const form = await request.formData();
  const subject = textOf(form, "subject");
  const back = localPath(form.get("back"));
  const secure = locals.origin.startsWith("https:");

  if (params.verb === "theme") {
    const theme = readTheme(subject);
    cookies.set("maru_theme", theme, { path: "/", maxAge: year, secure, httpOnly: false });
    await remember(locals, { theme: theme === "auto" ? "system" : theme });
    redirect(303, back);
  }
  if (params.verb === "locale") {
    const locale = subject === "en" ? "en" : "ko";
    cookies.set("maru_locale", locale, { path: "/", maxAge: year, secure, httpOnly: false });
    await remember(locals, { locale });
    redirect(303, back);
  }

  const change = Object.hasOwn(changes, params.verb) ? changes[params.verb] : undefined;
  if (!change) error(404);
  if (!locals.me) redirect(303, `/login?next=${encodeURIComponent(back)}`);
  try {
    await change(locals.api, subject);
  } catch (problem) {
    if (problem instanceof ApiProblem) error(problem.status || 503, problem.message);
    throw problem;
  }
  redirect(303, params.verb === "logout" ? "/" : back);
};

/** For this person's other devices; on this one the cookie counts, whatever the API says. */
async function remember({ me, api }: App.Locals, settings: Settings) {
  if (me) await api.patch("/me", { settings }).catch(() => undefined);
}
