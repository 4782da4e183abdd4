import { error, redirect } from "@sveltejs/kit";
import { ApiProblem } from "#lib/api/problem.ts";
import { filmCalls } from "#lib/films/calls.ts";
import { reviewCalls } from "#lib/films/review-calls.ts";
import { loaded, localPath } from "#lib/server/answers.ts";
import { textOf } from "#lib/server/form.ts";
import type { Actions, PageServerLoad, RequestEvent } from "./$types";

const onePage = 10;

export const load: PageServerLoad = async ({ locals: { api, me }, params: { id }, url }) => {
  const films = filmCalls(api);
  const sort: "latest" | "sympathy" = url.searchParams.get("reviews") === "latest" ? "latest" : "sympathy";
  const cursor = url.searchParams.get("cursor");
  const [film, score, reviews, similar, rank] = await Promise.all([
    loaded(films.one(id)),
    loaded(films.score(id)),
    loaded(films.reviews(id, { sort, limit: onePage, cursor })),
    films.similar(id).catch(() => ({ items: [] })),
    me ? films.rankOf(me.account.handle).catch(() => null) : null,
  ]);
  const ids = reviews.items.map((review) => review.id).join(",");
  const standings = ids
    ? await reviewCalls(api)
        .standings(ids)
        .catch(() => ({ items: [] }))
    : { items: [] };
  return { film, score, reviews, standings: standings.items, similar: similar.items, rank, sort, wide: true };
};

type Films = ReturnType<typeof filmCalls>;

/** The buttons of browsers without JavaScript, here and in lists: they lead back to where they were pressed. */
function pressed(change: (films: Films, id: string) => Promise<unknown>) {
  return async ({ locals, params: { id }, request }: RequestEvent): Promise<never> => {
    const back = localPath(textOf(await request.formData(), "back"), `/films/${id}`);
    if (!locals.me) redirect(303, `/login?next=${encodeURIComponent(back)}`);
    try {
      await change(filmCalls(locals.api), id);
    } catch (problem) {
      if (problem instanceof ApiProblem) error(problem.status || 503, problem.message);
      throw problem;
    }
    redirect(303, back);
  };
}

export const actions: Actions = {
  like: pressed((films, id) => films.vote(id, "like")),
  dislike: pressed((films, id) => films.vote(id, "dislike")),
  unvote: pressed((films, id) => films.vote(id, null)),
  watch: pressed((films, id) => films.watch(id, true)),
  unwatch: pressed((films, id) => films.watch(id, false)),
  follow: pressed((films, id) => films.follow(id, true)),
  unfollow: pressed((films, id) => films.follow(id, false)),
};
