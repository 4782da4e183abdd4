import type {
  FastifyBaseLogger,
  FastifyInstance,
  FastifyRequest,
  RawReplyDefaultExpression,
  RawRequestDefaultExpression,
  RawServerDefault,
} from "fastify";
import type { TypeBoxTypeProvider } from "@fastify/type-provider-typebox";
import type { TSchema } from "typebox";
import type { Viewer } from "../identity/viewer.ts";

export type App = FastifyInstance<
  RawServerDefault,
  RawRequestDefaultExpression,
  RawReplyDefaultExpression,
  FastifyBaseLogger,
  TypeBoxTypeProvider
>;

/** Who may call a route. `public`: anyone; `member`: people who are signed in, with any session of theirs; the others: members of that role or above. */
export type Policy = "public" | "member" | "moderator" | "admin";

/** How a route is limited; the figures are in rate-limits.ts. */
export type LimitName =
  | "sign-in"
  | "sign-up"
  | "reset"
  | "post"
  | "upload"
  | "recognize"
  | "follow"
  | "search"
  | "preview"
  | "catch-up"
  | "chat"
  | "message"
  | "vote"
  | "report";

declare module "fastify" {
  interface FastifyContextConfig {
    policy?: Policy;
    limit?: LimitName;
    /** What a multipart form has, for the contract. */
    form?: TSchema;
  }
  interface FastifyRequest {
    /** Who is asking; null when signed out. */
    viewer: Viewer | null;
  }
}

/** The id of the person asking, on a route whose policy is not `public`. */
export function memberOf(request: FastifyRequest): number {
  return request.viewer!.accountId;
}

/** The id of the person asking, or null when signed out. */
export function viewerOf(request: FastifyRequest): number | null {
  return request.viewer?.accountId ?? null;
}
