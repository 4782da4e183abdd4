import type { Tx } from "../../../platform/database/database.ts";
import type { Id } from "../../../platform/database/tables.ts";
import { TransactionConflict } from "../../../platform/events/event-log.ts";
import { invalid, notFound, Problem } from "../../../platform/http/problem.ts";
import { writePost } from "../../../modules/posts/index.ts";
import type { FilmDeps } from "../deps.ts";
import { listAspects } from "../engine/index.ts";
import { type AspectList, logFilmEvents } from "../film-events.ts";
import type { Aspects, EditReviewBody, NewReviewBody } from "../schemas.ts";
import {
  insertReview,
  isLoggedBehindDeletion,
  lockReview,
  type ReviewRow,
  updateReview,
} from "./review-queries.ts";

type Deps = Pick<FilmDeps, "log" | "posts">;

/** The aspects in the engine's order. Throws a 422 when none is given. */
function readAspects(aspects: Aspects): AspectList {
  const given = Object.entries(aspects).filter(([, score]) => score != null);
  if (given.length === 0) throw invalid("aspects", "needs at least one from 1 to 10");
  return listAspects(Object.fromEntries(given));
}

/**
 * Writes a review: a post about the film, and what it has besides. Answers its id. A second one of the same film is refused with 409; a review that
 * was deleted makes room for another.
 */
export async function writeReview(
  { log }: Pick<Deps, "log">,
  tx: Tx,
  authorId: Id,
  filmId: Id,
  { text, aspects, spoiler = false }: NewReviewBody,
): Promise<Id> {
  const list = readAspects(aspects);
  const { value: post, event } = await writePost(tx, { kind: "review", authorId, text, topics: [filmId] });
  const row = { id: post.id, filmId, authorId, aspects: list, isSpoiler: spoiler };
  if (!(await insertReview(tx, row)))
    throw new Problem(409, "already-reviewed", "You have a review of this film; change that one.");
  if (await isLoggedBehindDeletion(tx)) throw new TransactionConflict();
  log.wrote(tx, event);
  await logReview(log, tx, row, post.text.length);
  return post.id;
}

/** Changes what is given of a review of one's own, in one transaction with its post. What changes nothing announces nothing. */
export async function editReview(
  { log, posts }: Deps,
  id: Id,
  authorId: Id,
  { text, aspects, spoiler }: EditReviewBody,
): Promise<void> {
  await log.commit(async (tx) => {
    // Post before review, as where a post goes and takes its review with it.
    const isOwn = await posts.lock(tx, id, authorId);
    const before = isOwn ? await lockReview(tx, id) : undefined;
    if (!before) throw notFound();
    const after = {
      aspects: aspects ? readAspects(aspects) : before.aspects,
      isSpoiler: spoiler ?? before.isSpoiler,
    };
    const hasAspects = after.aspects.join() !== before.aspects.join();
    const isTouched = hasAspects || after.isSpoiler !== before.isSpoiler;
    if (isTouched) await updateReview(tx, id, after);
    await posts.edit(tx, id, authorId, { text, isTouched });
    if (!hasAspects) return;
    const { text: written } = await tx
      .selectFrom("post")
      .select("text")
      .where("id", "=", id)
      .executeTakeFirstOrThrow();
    await logReview(log, tx, { ...before, ...after }, written.length);
  });
}

/** Tells the engine what a review says now; `chars` is the length of its text. */
export const logReview = (
  log: Deps["log"],
  tx: Tx,
  { id, authorId, filmId, aspects }: ReviewRow,
  chars: number,
): Promise<void> =>
  logFilmEvents(log, tx, [{ type: "review_put", accountId: authorId, filmId, reviewId: id, aspects, chars }]);
