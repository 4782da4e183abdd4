import { hash, timingSafeEqual } from "node:crypto";
import { Problem } from "./problem.ts";

/**
 * Where the next page starts, signed: a client can neither read a meaning into it nor make one up, and one made for another
 * list is refused.
 */
export interface Cursors {
  /** `list` names the list, such as "home" or "followers:42"; `position` is what its query continues from. */
  seal(list: string, position: string | number): string;
  /** The position of a cursor of this list; undefined when none was given. Throws a 400 when it is not ours. */
  open(list: string, cursor: string | undefined): string | undefined;
  /** As `open`, for lists that continue from an id. */
  openId(list: string, cursor: string | undefined): number | undefined;
}

const tagBytes = 12;
/** Twelve bytes are sixteen characters of base64url, so that tag and position can be written one after the other. */
const tagCharacters = 16;

export function createCursors(secret: Buffer): Cursors {
  const key = secret.toString("hex");
  /** SHA-3 with the key in front is a sound signature (the construction of KMAC), at a third of what an HMAC costs here. */
  const tagOf = (list: string, position: string) =>
    hash("sha3-256", `${key}cursor\0${list}\0${position}`, "base64url").slice(0, tagCharacters);
  const refused = () => new Problem(400, "invalid-cursor", "This cursor is not valid here.");

  function open(list: string, cursor: string | undefined): string | undefined {
    if (cursor === undefined) return undefined;
    const bytes = Buffer.from(cursor, "base64url");
    if (bytes.length <= tagBytes || bytes.toString("base64url") !== cursor) throw refused();
    const position = bytes.subarray(tagBytes).toString();
    const tag = Buffer.from(tagOf(list, position), "base64url");
    if (!timingSafeEqual(bytes.subarray(0, tagBytes), tag)) throw refused();
    return position;
  }

  return {
    seal(list, position) {
      const text = String(position);
      return tagOf(list, text) + Buffer.from(text).toString("base64url");
    },
    open,
    openId(list, cursor) {
      const position = open(list, cursor);
      return position === undefined ? undefined : Number(position);
    },
  };
}
