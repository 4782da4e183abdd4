import type { PublicPost } from "../egress/public-post.ts";
import { InnerAddress } from "../egress/public-address.ts";
import type { DueMessage } from "./queries.ts";
import type { VapidKeys } from "./vapid.ts";

/**
 * `gone`: there is no such browser any more. `again`: perhaps later, after `seconds` if the push service says so. `refused`: this message will
 * never be taken.
 */
export type Outcome =
  | { end: "delivered" }
  | { end: "gone" }
  | { end: "again"; reason: string; seconds?: number }
  | { end: "refused"; reason: string; seconds?: never };

export type Deliver = (message: DueMessage) => Promise<Outcome>;

const longestRetrySeconds = 3600;

/** Encrypts a message for its browser (RFC 8291), signs the request (RFC 8292) and hands it to the browser's push service. */
export function createDeliver(
  egress: PublicPost,
  keys: VapidKeys,
  /** Whom the push service can turn to: an https or mailto address. */
  contact: string,
): Deliver {
  return async ({ endpoint, p256dh, auth, payload, topic, secondsLeft }) => {
    // Loaded with the first message: most processes never send one.
    const { default: webPush } = await import("web-push");
    let request: ReturnType<typeof webPush.generateRequestDetails>;
    try {
      request = webPush.generateRequestDetails(
        { endpoint, keys: { p256dh, auth } },
        JSON.stringify(payload),
        { TTL: secondsLeft, urgency: "normal", topic, vapidDetails: { subject: contact, ...keys } },
      );
    } catch (error) {
      return { end: "refused", reason: (error as Error).message };
    }
    try {
      const { status, retryAfter } = await egress.post(
        endpoint,
        request.body as Buffer,
        request.headers as Record<string, string>,
      );
      if (status >= 200 && status < 300) return { end: "delivered" };
      if (status === 404 || status === 410) return { end: "gone" };
      const reason = `the push service answered ${status}`;
      if (status !== 408 && status !== 429 && status < 500) return { end: "refused", reason };
      const seconds = Number(retryAfter);
      return {
        end: "again",
        reason,
        ...(seconds > 0 && { seconds: Math.min(seconds, longestRetrySeconds) }),
      };
    } catch (error) {
      // A name that leads inside today does not become another browser's tomorrow.
      if (error instanceof InnerAddress) return { end: "gone" };
      return { end: "again", reason: (error as Error).message };
    }
  };
}
