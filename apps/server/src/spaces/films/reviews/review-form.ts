import type { EventLog } from "../../../platform/events/event-log.ts";
import { Ref } from "../../../platform/http/schemas.ts";
import { type PostForm, writeText } from "../../../modules/posts/index.ts";
import { reviewJson } from "../post-json-queries.ts";
import { Review } from "../schemas.ts";
import { lockReview } from "./review-queries.ts";
import { logReview } from "./write-review.ts";

/** Posts that are reviews. */
export const reviewForm = (log: EventLog): PostForm => ({
  kind: "review",
  item: Ref(Review),
  json: reviewJson,
  write: async (_db, _authorId, raw) => writeText(raw, { hasMedia: false }),
  async rewritten(tx, postId, written) {
    const review = await lockReview(tx, postId);
    if (review) await logReview(log, tx, review, written.text.length);
  },
});
