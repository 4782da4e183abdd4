import { createHmac, timingSafeEqual } from "node:crypto";
import type { Id } from "../../platform/database/tables.ts";

const tagBytes = 16;

/** Links that switch one person's e-mails off without signing in, as long as the site's secret lives. They can do nothing else. */
export interface DigestLinks {
  tokenOf(accountId: Id): string;
  /** The account that a token is for; undefined when it is none of ours. */
  accountOf(token: string): Id | undefined;
}

export function createDigestLinks(secret: Buffer): DigestLinks {
  const tagOf = (id: string) =>
    createHmac("sha256", secret).update(`digest off ${id}`).digest().subarray(0, tagBytes);
  return {
    tokenOf: (accountId) => `${accountId}.${tagOf(String(accountId)).toString("base64url")}`,
    accountOf(token) {
      const [, id, tag] = /^([1-9][0-9]{0,15})\.([A-Za-z0-9_-]{22})$/.exec(token) ?? [];
      if (id === undefined || tag === undefined) return undefined;
      return timingSafeEqual(Buffer.from(tag, "base64url"), tagOf(id)) ? Number(id) : undefined;
    },
  };
}
