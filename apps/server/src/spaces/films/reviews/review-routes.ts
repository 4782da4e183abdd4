import { Type } from "typebox";
import { createOnce } from "../../../platform/http/idempotency.ts";
import { sendJson } from "../../../platform/http/json-text.ts";
import { notFound, Problem } from "../../../platform/http/problem.ts";
import { type App, memberOf, viewerOf } from "../../../platform/http/route.ts";
import { HandleParams, IdParams, IdText, PageQuery, Ref, toId } from "../../../platform/http/schemas.ts";
import { Post, sendPostsFrom } from "../../../modules/posts/index.ts";
import type { FilmDeps } from "../deps.ts";
import { getFilmId } from "../find-film.ts";
import { EditReviewBody, NewReviewBody, ReviewsPage, ReviewsQuery } from "../schemas.ts";
import { findReviewId, listBySympathy, listNewest } from "./review-queries.ts";
import { editReview, writeReview } from "./write-review.ts";

const tags = ["films"];
const member = { policy: "member", limit: "post" } as const;
const open = { policy: "public" } as const;

/** Reviews of films: posts with aspects. */
export async function reviewRoutes(app: App, deps: FilmDeps): Promise<void> {
  const { db, log, cursors, people, posts } = deps;
  const { presenter } = posts;
  const lists = { cursors, presenter };

  async function showTo(accountId: number, id: number): Promise<string> {
    const reader = await presenter.reader(accountId);
    const post = await presenter.find(id, reader);
    const [text] = post ? await presenter.texts([post], reader) : [];
    if (text === undefined) throw notFound();
    return text;
  }

  app.post(
    "/api/v1/films/:id/reviews",
    {
      config: member,
      schema: {
        operationId: "reviewFilm",
        description: "One per person and film: 409 for a second.",
        tags,
        params: IdParams,
        body: NewReviewBody,
        response: { 201: Ref(Post) },
      },
    },
    async (request, reply) => {
      const me = memberOf(request);
      const filmId = await getFilmId(db, request.params.id);
      return createOnce(log, request, reply, async (tx) => {
        const id = await writeReview(deps, tx, me, filmId, request.body);
        return { status: 201, json: await posts.showNew(tx, id) };
      });
    },
  );

  app.get(
    "/api/v1/films/:id/reviews",
    {
      config: open,
      schema: {
        operationId: "listReviews",
        description: "`sympathy`: by the weight of those who like a review less that of those who do not.",
        tags,
        params: IdParams,
        querystring: ReviewsQuery,
        response: { 200: ReviewsPage },
      },
    },
    async (request, reply) => {
      const { sort = "sympathy", ...page } = request.query;
      const filmId = await getFilmId(db, request.params.id);
      const reader = await presenter.reader(viewerOf(request));
      const asked = { ...page, name: `reviews:${sort}:${filmId}` };
      return sendPostsFrom(lists, reply, reader, asked, String, (limit, after) =>
        sort === "sympathy"
          ? listBySympathy(db, filmId, limit, after)
          : listNewest(db, { filmId }, limit, after),
      );
    },
  );

  app.get(
    "/api/v1/films/:id/reviews/mine",
    {
      config: { policy: "member" },
      schema: { operationId: "getOwnReview", tags, params: IdParams, response: { 200: Ref(Post) } },
    },
    async (request, reply) => {
      const me = memberOf(request);
      const id = await findReviewId(db, toId(request.params.id), me);
      if (id === undefined) throw notFound();
      return sendJson(reply, await showTo(me, id));
    },
  );

  app.patch(
    "/api/v1/films/:id/reviews/:reviewId",
    {
      config: member,
      schema: {
        operationId: "editReview",
        tags,
        params: Type.Object({ id: IdText, reviewId: IdText }),
        body: EditReviewBody,
        response: { 200: Ref(Post) },
      },
    },
    async (request, reply) => {
      const me = memberOf(request);
      const id = toId(request.params.reviewId);
      const post = await presenter.find(id, await presenter.reader(me));
      if (post?.kind !== "review") throw notFound();
      if (post.authorId !== me) throw new Problem(403, "not-yours", "Only its author may do this.");
      await editReview(deps, id, me, request.body);
      return sendJson(reply, await showTo(me, id));
    },
  );

  app.get(
    "/api/v1/accounts/:handle/reviews",
    {
      config: open,
      schema: {
        operationId: "listReviewsOf",
        description: "Newest first.",
        tags,
        params: HandleParams,
        querystring: Type.Object(PageQuery, { additionalProperties: false }),
        response: { 200: ReviewsPage },
      },
    },
    async (request, reply) => {
      const reader = await presenter.reader(viewerOf(request));
      const authorId = await people.presenter.getId(request.params.handle, reader?.relations ?? null);
      const asked = { ...request.query, name: `reviews-of:${authorId}` };
      return sendPostsFrom(lists, reply, reader, asked, String, (limit, before) =>
        listNewest(db, { authorId }, limit, before),
      );
    },
  );
}
