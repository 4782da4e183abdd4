import type { Id } from "../database/tables.ts";

/** A session that was proven by a token. */
export interface Viewer {
  accountId: Id;
  sessionId: Id;
  /** How the token came: `cookie` requests must also prove that they come from this site. */
  via: "bearer" | "cookie";
}
