import type { Token } from "./tokens.ts";

/** A token as 32 bits. Of the few hundred thousand tokens of a large site hardly any two share one; then a hit too many is found. */
export function hashToken(token: Token): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < token.length; index++) {
    const unit = token.charCodeAt(index);
    hash = Math.imul(hash ^ (unit & 0xff), 0x01000193);
    hash = Math.imul(hash ^ (unit >> 8), 0x01000193);
  }
  hash ^= hash >>> 16;
  hash = Math.imul(hash, 0x85ebca6b);
  hash ^= hash >>> 13;
  hash = Math.imul(hash, 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) | 0;
}
