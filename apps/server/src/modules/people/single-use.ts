import { createHash, randomBytes } from "node:crypto";
import type { Config } from "../../config.ts";

/** Hours pass, mails are forwarded: a link is good for this long. */
export const linkLifeMs = 60 * 60_000;

/** Only its hash is kept: who reads the database cannot use it. */
export const newToken = () => randomBytes(32).toString("base64url");
export const hashOf = (token: string) => createHash("sha256").update(token).digest();

/** The address comes from the settings, never from a header that the one who asks can choose. */
export function siteLink(config: Config, path: string): string {
  return (config.origin ?? `http://localhost:${config.port}`).replace(/\/$/, "") + path;
}
