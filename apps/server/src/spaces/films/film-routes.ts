import { Type } from "typebox";
import { sendJson } from "../../platform/http/json-text.ts";
import { notFound } from "../../platform/http/problem.ts";
import { type App, memberOf, viewerOf } from "../../platform/http/route.ts";
import { IdParams, PageOf, PageQuery, Ref, toId } from "../../platform/http/schemas.ts";
import { Post } from "../../modules/posts/index.ts";
import type { FilmDeps } from "./deps.ts";
import { createFacets } from "./facets.ts";
import { selectFilmRows } from "./film-row-queries.ts";
import { getFilmId } from "./find-film.ts";
import { filmsPage, filmTexts } from "./list-films.ts";
import { listSimilar } from "./list-queries.ts";
import { selectPerson } from "./person-queries.ts";
import { toFilm } from "./present.ts";
import { Facets, Film, FilmPerson, FilmScore, FilmsPage, FilmsQuery } from "./schemas.ts";
import { selectScore } from "./score-queries.ts";
import { toScore } from "./score.ts";

const tags = ["films"];
const open = { policy: "public" } as const;
const querystring = Type.Object(PageQuery, { additionalProperties: false });
const Followed = Type.Object({ following: Type.Boolean(), followers: Type.Integer() });
const similarFilms = 6;

/** Lists of films, and what is to be known of one. */
export async function filmRoutes(app: App, deps: FilmDeps): Promise<void> {
  const { db, posts, topics } = deps;
  const facets = createFacets(db);

  app.get(
    "/api/v1/films",
    {
      config: open,
      schema: {
        operationId: "listFilms",
        description:
          "`score` goes by the lower bound of what the score could be, and shows what can be ranked unless `chart=thin` asks for the rest. `popular` counts the weight of what members say, half as much after two weeks; `latest` goes by year.",
        tags,
        querystring: FilmsQuery,
        response: { 200: FilmsPage },
      },
    },
    async (request, reply) => sendJson(reply, await filmsPage(deps, viewerOf(request), request.query)),
  );

  app.get(
    "/api/v1/films/facets",
    {
      config: open,
      schema: {
        operationId: "listFilmFacets",
        description: "What lists can be narrowed by, with how many films have it; a minute old at the most.",
        tags,
        response: { 200: Facets },
      },
    },
    () => facets(),
  );

  app.get(
    "/api/v1/films/people/:id",
    {
      config: open,
      schema: { operationId: "getFilmPerson", tags, params: IdParams, response: { 200: Ref(FilmPerson) } },
    },
    async (request) => {
      const person = await selectPerson(db, toId(request.params.id));
      if (!person) throw notFound();
      return person;
    },
  );

  app.get(
    "/api/v1/films/:id",
    {
      config: open,
      schema: { operationId: "getFilm", tags, params: IdParams, response: { 200: Ref(Film) } },
    },
    async (request) => {
      const accountId = viewerOf(request);
      const [row] = await selectFilmRows(db, [toId(request.params.id)], accountId, { isFull: true });
      if (!row) throw notFound();
      return toFilm(row, accountId, true);
    },
  );

  app.get(
    "/api/v1/films/:id/score",
    {
      config: open,
      schema: {
        operationId: "getFilmScore",
        description: "How the score comes about.",
        tags,
        params: IdParams,
        response: { 200: Ref(FilmScore) },
      },
    },
    async (request) => {
      const row = await selectScore(db, toId(request.params.id), viewerOf(request));
      if (!row) throw notFound();
      return toScore(request.params.id, row);
    },
  );

  app.get(
    "/api/v1/films/:id/similar",
    {
      config: open,
      schema: {
        operationId: "listSimilarFilms",
        tags,
        params: IdParams,
        response: { 200: Type.Object({ items: Type.Array(Ref(Film)) }) },
      },
    },
    async (request, reply) => {
      const id = await getFilmId(db, request.params.id);
      const texts = await filmTexts(deps, await listSimilar(db, id, similarFilms), viewerOf(request));
      return sendJson(reply, `{"items":[${texts.join(",")}]}`);
    },
  );

  app.get(
    "/api/v1/films/:id/posts",
    {
      config: open,
      schema: {
        operationId: "listFilmPosts",
        description: "What is written about it, reviews too, newest first.",
        tags,
        params: IdParams,
        querystring,
        response: { 200: PageOf(Ref(Post)) },
      },
    },
    async (request, reply) => {
      const id = await getFilmId(db, request.params.id);
      const reader = await posts.presenter.reader(viewerOf(request));
      return topics.sendPosts(reply, reader, { ...request.query, name: `film-posts:${id}` }, id);
    },
  );

  for (const [method, wanted] of [
    ["put", true],
    ["delete", false],
  ] as const)
    app[method](
      "/api/v1/films/:id/follow",
      {
        config: { policy: "member", limit: "follow" },
        schema: {
          operationId: wanted ? "followFilm" : "unfollowFilm",
          description: "Reviews of it and posts about it come to one's home.",
          tags,
          params: IdParams,
          response: { 200: Followed },
        },
      },
      async (request) => topics.follow(memberOf(request), await getFilmId(db, request.params.id), wanted),
    );
}
