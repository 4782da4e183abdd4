import type { Id } from "../../../platform/database/tables.ts";
import { notFound, Problem } from "../../../platform/http/problem.ts";
import { toId } from "../../../platform/http/schemas.ts";
import type { FilmDeps } from "../deps.ts";
import type { Choice } from "../engine/index.ts";
import { logFilmEvents } from "../film-events.ts";
import { putReviewVote, removeReviewVote } from "./review-queries.ts";

/** Says what somebody thinks of a review of another's that they may see; 0 takes it back. Twice is once. Answers its id. */
export async function voteReview(
  { log, posts }: FilmDeps,
  accountId: Id,
  postId: string,
  value: Choice,
): Promise<Id> {
  const { presenter } = posts;
  const post = await presenter.find(toId(postId), await presenter.reader(accountId));
  if (!post) throw notFound();
  if (post.kind !== "review") throw new Problem(422, "not-a-review", "Only reviews are voted on.");
  if (post.authorId === accountId)
    throw new Problem(422, "own-review", "Nobody votes on a review of their own.");
  await log.commit(async (tx) => {
    const isChanged =
      value === 0
        ? await removeReviewVote(tx, accountId, post.id)
        : await putReviewVote(tx, accountId, post.id, value);
    if (isChanged) await logFilmEvents(log, tx, [{ type: "react_set", accountId, reviewId: post.id, value }]);
  });
  return post.id;
}
